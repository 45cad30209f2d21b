// @ts-check
/** How many questions are left, at least and at most: counted over what is left to decide, with every answer that is accepted. */
import { fill } from './main.js';
import { endOf, questionsOf } from './questionnaire-form.js';
import { stepsOf } from './questionnaire-rest.js';

/** @typedef {import('./questionnaire-form.js').Form} Form */
/** @typedef {import('./questionnaire-form.js').Taken} Taken */
/** @typedef {import('./questionnaire-page.js').QuestionnairePage} QuestionnairePage */
/** @typedef {import('./questionnaire-walk.js').Given} Given */
/** @typedef {[number, number]} Bounds  the least and the greatest number */
/**
 * What is left on one track: a test, the questions that it needs, and what is left behind each of its blocks.
 * @typedef {{ index: number, questions: number[], nexts: number[] }} Part
 */

/** With more states than these the tracks together have too many to count. */
const STATES = 20000;

/** Says it where the question has a place for it, and lists what was answered ahead. @param {QuestionnairePage} page @param {Given[]} path  the answers so far */
export const showLeft = async (page, path) => {
  const { form, view, words, today } = page;
  // The address has more answers than were asked for.
  if (location.hash.replace(/&v=.*/, '').split('=').length - 1 > path.length) import('./questionnaire-held.js').then(({ showHeld }) => showHeld(page));
  const place = view.querySelector('.q-left');
  if (!place) return;
  const taken = /** @type {Taken} */ ({ ...Object.fromEntries(path.map(({ question, answer }) => [question, answer])), today });
  const [least, most] = left(form, taken) ?? [];
  if (most) place.textContent = most === 1 ? words.leftLast : fill(least === most ? words.left : words.leftRange, { least, most });
  if (form.decisions.length < 2 && !form.decisions[0].many) return;
  const { showOutlook } = await import('./questionnaire-outlook.js');
  // The reader may have gone on in the meantime.
  if (place.isConnected) showOutlook(page, taken);
};

/** How many questions follow these answers, the next one included; nothing where they are too many to count. @param {Form} form @param {Taken} taken @returns {Bounds | undefined} */
export const left = (form, taken) => {
  const tracks = stepsOf(form, taken)(taken);
  const isPaired = new Set(form.variables.flatMap((variable) => 'questions' in variable ? variable.questions : []));
  /** @type {Map<string, Bounds | undefined>} */
  const known = new Map();

  /** @param {number} track @param {number} rest */
  const keyOf = (track, rest) => tracks[track].keys?.[rest] ?? '-1';

  /** Whether nothing accepted is left on a track. @param {number} track @param {number} rest */
  const isClosed = (track, rest) => {
    const key = keyOf(track, rest);
    return !key || Number(key) < -1 && 'refused' in endOf(form, Number(key));
  };

  /** @param {number} track @param {number} rest @returns {Part | undefined} */
  const partOf = (track, rest) => {
    const [, isShown, first, nexts] = keyOf(track, rest).match(/^(\?)?([\d,]+):(.*)$/) ?? [];
    if (!first) return undefined;
    const numbers = first.split(',').map(Number);
    const [index] = isShown ? [-1] : numbers;
    return { index, questions: isShown ? numbers : questionsOf(form.variables[index]), nexts: nexts.split(',').map(Number) };
  };

  /** @param {number[]} rests  one for each track @param {number[]} asked  since the start @returns {Bounds | undefined} */
  const count = (rests, asked) => {
    const key = `${rests}|${asked.filter((question) => isPaired.has(question) || question === asked.at(-1))}`;
    if (!known.has(key) && known.size < STATES) known.set(key, freshCount(rests, asked));
    return known.get(key);
  };

  /** @param {number[]} rests @param {number[]} asked @returns {Bounds | undefined} */
  const freshCount = (rests, asked) => {
    const parts = rests.map((rest, track) => partOf(track, rest));
    const isOpen = (/** @type {number} */ question) => taken[question] === undefined && !asked.includes(question);
    // The question that a test waits for; one whose questions are all asked belongs to the last of them.
    const wanted = parts.map((part) => part ? part.questions.find(isOpen) ?? Math.max(...part.questions) : Infinity);
    const question = Math.min(...wanted);
    if (question === Infinity) return [0, 0];
    if (isOpen(question)) {
      const more = count(rests, [...asked, question]);
      return more && [more[0] + 1, more[1] + 1];
    }
    // Tracks that test the same take their way together.
    const indices = parts.map((part, track) => part && wanted[track] === question ? part.index : Infinity);
    const index = Math.min(...indices);
    const { nexts } = /** @type {Part} */ (parts[indices.indexOf(index)]);
    const found = nexts.map((_, block) => {
      const next = rests.map((rest, track) => indices[track] === index ? /** @type {Part} */ (parts[track]).nexts[block] : rest);
      return next.some((rest, track) => isClosed(track, rest)) ? undefined : count(next, asked);
    }).filter((bounds) => bounds !== undefined);
    return found.length ? [Math.min(...found.map(([least]) => least)), Math.max(...found.map(([, most]) => most))] : undefined;
  };

  const bounds = count(tracks.map(({ rest = -1 }) => rest), []);
  return known.size < STATES ? bounds : undefined;
};
