// What the page's workers are made of.
export { EngineHost } from '../../web/src/engine/host';
export { partnerAt, servePartner } from '../../web/src/engine/partner';
