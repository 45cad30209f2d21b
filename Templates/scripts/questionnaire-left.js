// @ts-check
/**
 * How many questions are left, at least and at most: counted over what is left to decide, with every answer that is accepted.
 * Where several functions together have too many states to count, each is counted by itself: the bounds are then safe, not exact.
 */
import { fill } from './main.js';
import { endOf, questionsOf } from './questionnaire-form.js';
import { stepsOf } from './questionnaire-rest.js';

/** @typedef {import('./questionnaire-form.js').Form} Form */
/** @typedef {import('./questionnaire-form.js').Taken} Taken */
/** @typedef {import('./questionnaire-page.js').QuestionnairePage} QuestionnairePage */
/** @typedef {import('./questionnaire-walk.js').Given} Given */
/** @typedef {import('./questionnaire-rest.js').Step} Step */
/** @typedef {[number, number]} Bounds  the least and the greatest number */
/**
 * What is left on one track: a test, the questions that it needs, and what is left behind each of its blocks.
 * @typedef {{ index: number, questions: number[], nexts: number[] }} Part
 */

/** With more states than these, tracks together are too many to count. */
const STATES = 20000;

/** Says it where the question has a place for it, and lists what was answered ahead. @param {QuestionnairePage} page @param {Given[]} path  the answers so far */
export const showLeft = async (page, path) => {
  const { form, view, words, today } = page;
  // The address has more answers than were asked for.
  if (location.hash.replace(/&v=.*/, '').split('=').length - 1 > path.length) import('./questionnaire-held.js').then(({ showHeld }) => showHeld(page));
  const place = view.querySelector('.q-left');
  if (!place) return;
  const taken = /** @type {Taken} */ ({ ...Object.fromEntries(path.map(({ question, answer }) => [question, answer])), today });
  const [least, most] = left(form, taken);
  if (most) place.textContent = most === 1 ? words.leftLast : fill(words[least === most ? 'left' : least === 1 ? 'leftMost' : 'leftRange'], { least, most });
  if (form.decisions.length < 2 && !form.decisions[0].many) return;
  const { showOutlook } = await import('./questionnaire-outlook.js');
  // The reader may have gone on in the meantime.
  if (place.isConnected) showOutlook(page, taken);
};

/**
 * How many questions follow these answers, the next one included: exactly, where the states can be counted; otherwise no fewer than
 * one track alone asks, and no more than can still be asked.
 * @param {Form} form
 * @param {Taken} taken
 * @param {number} [limit]  how many states are counted
 * @returns {Bounds}
 */
export const left = (form, taken, limit = STATES) => {
  const tracks = stepsOf(form, taken)(taken);
  const exact = countOf(form, taken, tracks, limit);
  if (exact) return exact;
  const open = questionsIn(form, tracks).filter((question) => taken[question] === undefined);
  const alone = tracks.map((track) => countOf(form, taken, [track], limit)?.[0] ?? 0);
  // Whatever is left, a question is on the screen.
  return [Math.max(1, ...alone), Math.max(1, open.length)];
};

/** What a key says of the rest that it names. @param {Form} form @param {string} key @returns {Part | undefined} */
const partOf = (form, key) => {
  const [, isShown, first, nexts] = key.match(/^(\?)?([\d,]+):(.*)$/) ?? [];
  if (!first) return undefined;
  const numbers = first.split(',').map(Number);
  const [index] = isShown ? [-1] : numbers;
  return { index, questions: isShown ? numbers : questionsOf(form.variables[index]), nexts: nexts.split(',').map(Number) };
};

/** The questions that what is left of some track names. @param {Form} form @param {Step[]} tracks */
const questionsIn = (form, tracks) => {
  /** @type {Set<number>} */
  const found = new Set();
  for (const { rest = -1, keys = [] } of tracks) {
    // It grows while it is gone through.
    const rests = new Set([rest]);
    for (const each of rests) {
      const part = partOf(form, keys[each] ?? '');
      part?.questions.forEach((question) => found.add(question));
      part?.nexts.forEach((next) => rests.add(next));
    }
  }
  return [...found];
};

/**
 * The least and the greatest number of questions on tracks that are followed together; nothing where they have too many states.
 * @param {Form} form
 * @param {Taken} taken
 * @param {Step[]} tracks
 * @param {number} limit
 * @returns {Bounds | undefined}
 */
const countOf = (form, taken, tracks, limit) => {
  const isPaired = new Set(form.variables.flatMap((variable) => 'questions' in variable ? variable.questions : []));
  /** @type {Map<string, Bounds | undefined>} */
  const known = new Map();

  /** What each key says, read once: the same rests are met on many ways. @type {Map<string, Part | undefined>} */
  const parts = new Map();
  /** @param {string} key */
  const partIn = (key) => {
    if (!parts.has(key)) parts.set(key, partOf(form, key));
    return parts.get(key);
  };

  /** @param {number} track @param {number} rest */
  const keyOf = (track, rest) => tracks[track].keys?.[rest] ?? '-1';

  /** Whether nothing accepted is left on a track. @param {number} track @param {number} rest */
  const isClosed = (track, rest) => {
    const key = keyOf(track, rest);
    return !key || Number(key) < -1 && 'refused' in endOf(form, Number(key));
  };

  /** @param {number[]} rests  one for each track @param {number[]} asked  since the start @returns {Bounds | undefined} */
  const count = (rests, asked) => {
    const key = `${rests}|${asked.filter((question) => isPaired.has(question) || question === asked.at(-1))}`;
    if (!known.has(key) && known.size < limit) known.set(key, freshCount(rests, asked));
    return known.get(key);
  };

  /** Whether what is calculated may be certain before all of it is answered. @param {number} index @param {number[]} asked */
  const isSettled = (index, asked) => {
    const variable = form.variables[index];
    return variable !== undefined && 'formula' in variable && variable.questions.some((each) => asked.includes(each));
  };

  /** @param {number[]} rests @param {number[]} asked @returns {Bounds | undefined} */
  const freshCount = (rests, asked) => {
    const parts = rests.map((rest, track) => partIn(keyOf(track, rest)));
    const isOpen = (/** @type {number} */ question) => taken[question] === undefined && !asked.includes(question);
    // The question that a test waits for; one whose questions are all asked belongs to the last of them.
    const wanted = parts.map((part) => part ? part.questions.find(isOpen) ?? Math.max(...part.questions) : Infinity);
    const question = Math.min(...wanted);
    if (question === Infinity) return [0, 0];
    // Tracks that test the same take their way together.
    const indices = parts.map((part, track) => part && wanted[track] === question ? part.index : Infinity);
    const index = Math.min(...indices);
    if (isOpen(question)) {
      const more = count(rests, [...asked, question]);
      return more && [isSettled(index, asked) ? 0 : more[0] + 1, more[1] + 1];
    }
    const { nexts } = /** @type {Part} */ (parts[indices.indexOf(index)]);
    const found = nexts.map((_, block) => {
      const next = rests.map((rest, track) => indices[track] === index ? /** @type {Part} */ (parts[track]).nexts[block] : rest);
      return next.some((rest, track) => isClosed(track, rest)) ? undefined : count(next, asked);
    }).filter((bounds) => bounds !== undefined);
    return found.length ? [Math.min(...found.map(([least]) => least)), Math.max(...found.map(([, most]) => most))] : undefined;
  };

  const bounds = count(tracks.map(({ rest = -1 }) => rest), []);
  return known.size < limit ? bounds : undefined;
};
