// Tries to send something, on the page or in its worker, and tells what the policy did about it.

export interface Attempt {
  stopped: boolean;
  /** The directive of the policy that stopped it; empty when none did. */
  directive: string;
  /** What the program that tried was told. */
  error: string;
}

// The policy answers at once, but some calls hear of it later.
const PATIENCE = 1500;

export async function attempt(tryIt: () => unknown): Promise<Attempt> {
  let error = '';
  let stop = () => {};
  const violation = new Promise<string>((resolve) => {
    const listen = (event: Event) => resolve((event as SecurityPolicyViolationEvent).effectiveDirective);
    globalThis.addEventListener('securitypolicyviolation', listen);
    const timer = setTimeout(() => resolve(''), PATIENCE);
    stop = () => {
      globalThis.removeEventListener('securitypolicyviolation', listen);
      clearTimeout(timer);
    };
  });
  try {
    // What never ends is as good as what ends well: only the policy's word counts.
    await Promise.race([tryIt(), violation]);
  } catch (thrown) {
    error = String(thrown);
  }
  const directive = await violation;
  stop();
  return { stopped: directive !== '', directive, error };
}
