// A document of the page as one HTML file that needs nothing else: no script, no address, its style inside.
import { localeNow } from '../../i18n/language';
import style from './document.css?inline';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** `body`: markup that React has made, where every text is escaped. */
export const savedPage = (title: string, body: string): string =>
  [
    '<!doctype html>',
    `<html lang="${localeNow()}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    element('title', escaped(title)),
    element('style', `${style}\n@page { margin: 14mm 15mm; }`),
    '</head>',
    element('body', body),
    '</html>',
    '',
  ].join('\n');
