// @ts-check
import { scripts } from './scripts.js';

const { limits } = await import(`${scripts}questionnaire-form.js`);

/** All answers to a question of few; nothing for others. */
export const answersTo = (asked, today) => {
  if (asked.kind === 'one') return asked.options.map(({ id }) => id);
  if (asked.kind === 'any' && asked.options.length < 5) {
    const sets = asked.options.reduce((all, { id }) => all.flatMap((set) => [set, [...set, id]]), [[]]);
    return sets.map((set) => set.join() || 'none');
  }
  const [from, to] = limits(asked, today) ?? [0, Infinity];
  return asked.kind === 'number' && !asked.decimals && to - from < 12 ? Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`) : undefined;
};
