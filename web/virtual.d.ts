// Made by web/wasm-as-text.ts.
declare module 'virtual:wasm/*' {
  /** The module, compressed as xz, then base64. */
  const packed: string;
  export default packed;
}

// Made by web/compiled-messages.ts, two a language: <language>-first and <language>-later.
declare module 'virtual:mqlab-messages/*' {
  /** That part of src/i18n/<language>.json, compiled. */
  const messages: import('@lingui/core').Messages;
  export default messages;
}

// Made by web/page-files.ts.
declare module 'virtual:mqlab-page-files' {
  export interface PageFile {
    name: string;
    bytes: number;
    sha256: string;
  }
  /** Of the hosted page, without this list itself; empty in the one-file page. */
  export const files: PageFile[];
  /** Its source. */
  export const serviceWorker: string;
}
