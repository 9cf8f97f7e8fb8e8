// Made by web/wasm-as-text.ts.
declare module 'virtual:mqlab-wasm' {
  /** mqlab.wasm, compressed as deflate-raw, then base64. */
  const deflated: string;
  export default deflated;
}

// Made by web/compiled-messages.ts.
declare module 'virtual:mqlab-messages' {
  /** src/i18n/en.json, compiled. */
  const messages: import('@lingui/core').Messages;
  export default messages;
}
