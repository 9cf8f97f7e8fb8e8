// What a reader sees of a screen, and what is cut off.
import { expect, type Page } from '@playwright/test';

/** Of a screen that settles a moment later; the journey goes on where it does not. */
export const softly = expect.configure({ soft: true, timeout: 5_000 });

/** How far the page, and its main part, can be moved sideways. */
export const sideways = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, main')].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  );

// Names out of the data may end in an ellipsis where they stand a second time: in the header, and in the rows of the table.
const SHORTENED = '.rule-set-name, [role=row], [aria-hidden=true]';

/** Elements that do not hold their text; one that is cut after some lines is meant so. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate((shortened) => {
    const found: string[] = [];
    for (const text of document.body.querySelectorAll<SVGTextElement>('svg text')) {
      const [box, frame] = [text, text.ownerSVGElement].map((element) => element?.getBoundingClientRect());
      if (box && frame && (box.left < frame.left - 1 || box.right > frame.right + 1))
        found.push(`chart: ${text.textContent}`);
    }
    for (const element of document.body.querySelectorAll<HTMLElement>(':not(svg, svg *)')) {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      if (clientWidth <= 1 || !element.textContent.trim() || element.closest(shortened)) continue;
      const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element);
      const wide = scrollWidth > clientWidth + 1 && !/auto|scroll/.test(overflowX);
      const high = scrollHeight > clientHeight + 1 && /hidden|clip/.test(overflowY) && webkitLineClamp === 'none';
      if (wide || high) found.push(`${element.tagName} ${element.className}: ${element.textContent.slice(0, 80)}`);
    }
    return found;
  }, SHORTENED);

/** Visible texts, and those that only assistive technology tells; `within` keeps to elements of a selector. */
export const texts = (page: Page, within = 'body', besides = 'textarea, select'): Promise<string[]> =>
  page.evaluate(
    ([inside, outside]) => {
      const found = new Set<string>();
      const counts = (element: Element | null) =>
        element?.closest(inside) && !element.closest(outside) && element.checkVisibility({ visibilityProperty: true });
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { parentElement, textContent } = walker.currentNode;
        if (counts(parentElement) && textContent?.trim()) found.add(textContent.trim());
      }
      for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [title]')) {
        if (!counts(element)) continue;
        for (const name of ['aria-label', 'placeholder', 'title']) found.add(element.getAttribute(name) ?? '');
      }
      found.delete('');
      return [...found];
    },
    [within, besides] as const,
  );
