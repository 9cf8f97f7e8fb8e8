// Made by web/wasm-as-text.ts.
declare module 'virtual:mqlab-wasm' {
  /** mqlab.wasm, compressed as deflate-raw, then base64. */
  const deflated: string;
  export default deflated;
}
