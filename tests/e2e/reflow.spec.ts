import { eachScreen, expect, test } from './page';
import { cutOff, sideways, softly } from './seen';

test('at 400 % zoom all is there, and is scrolled one way only @desktop', async ({ page, visit }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await visit();
  await eachScreen(page, async (screen) => {
    await softly.poll(() => sideways(page), screen).toEqual([0, 0]);
    await softly.poll(() => cutOff(page), screen).toEqual([]);
    // What is scrolled has the window to itself.
    const reached = await page.evaluate(() => {
      const main = document.querySelector('main');
      const last = main?.querySelector(':scope > :last-child > :last-child');
      last?.scrollIntoView({ block: 'end' });
      const { left = 0, bottom = 0 } = last?.getBoundingClientRect() ?? {};
      const over = document.elementFromPoint(left + 20, bottom - 4);
      return { scrolled: main?.scrollHeight === main?.clientHeight, last: last?.contains(over) };
    });
    expect.soft(reached, screen).toEqual({ scrolled: true, last: true });
  });
});

test('nothing moves for those who want no motion @desktop', async ({ page, visit }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit();
  await eachScreen(page, async (screen) => {
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName === 'none' && /^0s(, 0s)*$/.test(transitionDuration) ? [] : [element.className];
      }),
    );
    expect(moving, screen).toEqual([]);
  });
});
