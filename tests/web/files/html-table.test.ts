import { describe, expect, it } from 'vitest';
import { tableIn } from '../../../web/src/files/html-table';

describe('a table on the clipboard', () => {
  it('keeps line breaks within cells, entities and quotes', () => {
    const html = `<html><body><!--StartFragment--><table><colgroup><col></colgroup>
      <tr><td>Name</td><th>Note &amp; more</th></tr>
      <tr><td>Ana</td><td style="a>b">one<br>two &#8220;x&#x201D; "q"</td></tr></table></body></html>`;
    expect(tableIn(html)).toBe('Name,Note & more\nAna,"one\ntwo “x” ""q"""\n');
  });

  it('keeps empty and wide cells in their columns', () => {
    expect(tableIn('<table><tr><td>a<td>b<td>c<tr><td colspan=2>d<td>e<tr><td><td>f<td></table>')).toBe(
      'a,b,c\nd,,e\n,f,\n',
    );
  });

  it('is text, whatever it says', () => {
    expect(
      tableIn('<table><tr><td><img src=x onerror=alert(1)>=1+2</td><td><script>x</script></td></tr></table>'),
    ).toBe('=1+2,x\n');
  });

  it('is none without two columns', () => {
    expect(tableIn('')).toBeNull();
    expect(tableIn('<p>no table</p>')).toBeNull();
    expect(tableIn('<table><tr><td>one</td></tr></table>')).toBeNull();
    expect(tableIn('<td>a<td>b')).toBeNull();
  });
});
