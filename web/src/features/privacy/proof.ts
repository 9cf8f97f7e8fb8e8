// Every way that a page has to send something by itself, tried in earnest.
import { type Attempt, attempt } from '../../engine/attempt';
import { engine } from '../../state/actions';

export const ways = ['fetch', 'beacon', 'image', 'socket', 'events', 'form', 'frame', 'engine', 'webrtc'] as const;
export type Way = (typeof ways)[number];

// The page's own host would answer, so that only the policy can be what stops an attempt. A page from disk has none.
const address = (): string =>
  location.protocol === 'file:' ? 'https://host.invalid/proof' : new URL('./proof', location.href).href;

const failing = (target: EventTarget): Promise<void> =>
  new Promise((_, reject) => target.addEventListener('error', (event) => reject(new Error(event.type))));

// Should it be sent, the answer lands in a frame and not in place of the page.
function submitForm(to: string): void {
  const frame = document.createElement('iframe');
  frame.name = 'proof';
  frame.hidden = true;
  const form = document.createElement('form');
  form.action = to;
  form.method = 'post';
  form.target = frame.name;
  form.hidden = true;
  document.body.append(frame, form);
  form.submit();
  setTimeout(() => {
    frame.remove();
    form.remove();
  }, 3000);
}

function openFrame(to: string): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = to;
  document.body.append(frame);
  setTimeout(() => frame.remove(), 3000);
}

const attempts: Record<Exclude<Way, 'webrtc' | 'engine'>, (to: string) => unknown> = {
  fetch: (to) => fetch(to),
  beacon: (to) => navigator.sendBeacon(to, 'proof'),
  image: (to) => {
    const image = new Image();
    image.src = to;
    return failing(image);
  },
  socket: (to) => failing(new WebSocket(to.replace(/^http/, 'ws'))),
  events: (to) => failing(new EventSource(to)),
  form: submitForm,
  frame: openFrame,
};

export async function tryWay(way: Way): Promise<Attempt> {
  if (way === 'engine') return engine.call('tryToReach', address());
  // No policy speaks of it: the page has taken it away from all of its programs.
  if (way === 'webrtc') return { stopped: !('RTCPeerConnection' in window), directive: '', error: '' };
  return attempt(() => attempts[way](address()));
}
