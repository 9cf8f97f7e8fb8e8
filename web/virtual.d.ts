// Made by web/vite.config.ts.
declare module 'virtual:mqlab-wasm' {
  /** mqlab.wasm, compressed as deflate-raw, then base64. */
  const deflated: string;
  export default deflated;
}
