// @ts-check
/**
 * What is left of a questionnaire when answers are put in that were given ahead: branches that they make impossible are
 * removed, and, from the terminals upward, tests whose branches have become the same. The Swift twin is
 * Sources/Decision/Walking/Residual.swift. Places are references of the compiled form.
 */
import { ascending, blocksOf, endOf, questionsOf } from './questionnaire-form.js';

/** @typedef {import('./questionnaire-form.js').Form} Form */
/** @typedef {import('./questionnaire-form.js').End} End */
/** @typedef {import('./questionnaire-form.js').Variable} Variable */
/** @typedef {import('./questionnaire-form.js').Taken} Taken */
/** @typedef {number[] | undefined} Region  the nodes of `possible` behind a variable, one of which has to lead on; undefined where all is possible */
/** @typedef {{ wanted?: number, end?: End, rest?: number, keys?: string[] }} Step  a question, an end, or neither if nothing is possible; of a question what is left, and by which key each rest is known */

/** @typedef {(variable: number) => number | undefined} Blocks  the block of a variable, if it is known */

/** The walks that a reader takes at once: the one that finds refusals, then the tracks. @param {Form} form */
export const rootsOf = ({ refused, tracks }) => [refused, ...tracks.map(({ root }) => root)];

/**
 * Where each walk is once answers are taken.
 * @param {Form} form
 * @param {Taken} given  ahead
 * @returns {(taken: Taken) => Step[]}
 */
export const stepsOf = (form, given) => {
  const [first, ...roots] = rootsOf(form);
  const refusing = new Rest(form, given, () => true);
  const deciding = new Rest(form, given, (end) => !('refused' in end));
  return (taken) => {
    const block = blocksOf(form, taken);
    return [refusing.step(first, taken, block), ...roots.map((root) => deciding.step(root, taken, block))];
  };
};

/** Whether a variable asks for an answer and doesn't tell answers apart. @param {Variable} variable */
const isAsking = (variable) => !('blocks' in variable) && !('option' in variable);

class Rest {
  /** By which key each is known. @type {string[]} */
  #keys = [];
  /** For each rest the questions whose answers its ends show, or that it compares. @type {number[][]} */
  #needs = [];
  /** Numbers of what is left, equal for equal rests: by what they are, and by their place and region. @type {Map<string, number>} */
  #known = new Map();
  /** @type {Map<number, boolean>} */
  #leads = new Map();

  /**
   * @param {Form} form
   * @param {Taken} given
   * @param {(end: End) => boolean} isOpen  the ends of the second diagram, `possible`, that count as possible
   */
  constructor(form, given, isOpen) {
    this.form = form;
    this.given = given;
    this.isOpen = isOpen;
    this.block = blocksOf(form, given);
    /** The rest of what can't be. */
    this.closed = this.#number('', []);
    this.start = this.#regionOf([form.possible]);
  }

  /** Where a walk is once answers are taken. @param {number} root @param {Taken} taken @param {Blocks} block  of what is taken @returns {Step} */
  step(root, taken, block) {
    let region = this.start;
    let place = root;
    while (place >= 0) {
      const [index, ...children] = this.form.nodes[place];
      let next = block(index);
      if (next === undefined) {
        const wanted = this.#firstMissing(index, taken);
        if (this.given[wanted] !== undefined) return { wanted };
        const rests = this.#restsOf(place, region);
        const open = [...rests.keys()].filter((each) => rests[each] !== this.closed);
        if (!open.length) return {};
        if (this.#keyOf(index, rests)) return { wanted, rest: this.#rest(place, region), keys: this.#keys };
        // The first that asks for an answer given ahead: that is what made the test needless.
        next = open.find((each) => this.#asksForGiven(children[each], this.#after(region, index, each), taken, block, new Set())) ?? open[0];
        region = this.#after(region, index, next);
      }
      place = children[next];
    }
    return place === -1 || region?.length === 0 ? {} : { end: endOf(this.form, place) };
  }

  /** The first question of a variable that has no answer. @param {number} index @param {Taken} taken */
  #firstMissing(index, taken) {
    return /** @type {number} */ (questionsOf(this.form.variables[index]).find((each) => taken[each] === undefined));
  }

  /** @param {string} key @param {number[]} questions */
  #number(key, questions) {
    const number = this.#known.get(key) ?? this.#needs.push(questions) - 1;
    this.#known.set(key, number);
    this.#keys[number] = key;
    return number;
  }

  /** Whether an open end can be reached from a place of `possible`. @param {number} place @returns {boolean} */
  #leadsOn(place) {
    if (place < 0) return place < -1 && this.isOpen(endOf(this.form, place));
    let known = this.#leads.get(place);
    if (known === undefined) {
      const [variable, ...children] = this.form.nodes[place];
      const own = this.block(variable);
      known = own === undefined ? children.some((child) => this.#leadsOn(child)) : this.#leadsOn(children[own]);
      this.#leads.set(place, known);
    }
    return known;
  }

  /**
   * Brings nodes of `possible` behind a variable.
   * @param {number[]} places
   * @param {number} last  the variable
   * @param {number} wanted  its block
   * @returns {Region}
   */
  #regionOf(places, last = -1, wanted = 0) {
    const seen = new Set(places.filter((place) => this.#leadsOn(place)));
    const found = [];
    for (const place of seen) {
      if (place < 0) return undefined;
      const [variable, ...children] = this.form.nodes[place];
      const own = this.block(variable) ?? (variable === last ? wanted : undefined);
      if (own === undefined && variable > last) found.push(place);
      else for (const child of own === undefined ? children : [children[own]]) if (this.#leadsOn(child)) seen.add(child);
    }
    return ascending(found);
  }

  /** @param {Region} region @param {number} index @param {number} wanted @returns {Region} */
  #after(region, index, wanted) {
    return !region || isAsking(this.form.variables[index]) ? region : this.#regionOf(region, index, wanted);
  }

  /** The number of what is left from a place on. @param {number} place @param {Region} region @returns {number} */
  #rest(place, region) {
    if (place === -1 || region?.length === 0) return this.closed;
    const key = `${place};${region}`;
    const known = this.#known.get(key) ?? this.#freshRest(place, region);
    this.#known.set(key, known);
    return known;
  }

  /** @param {number} place @param {Region} region */
  #restsOf(place, region) {
    const [index, ...children] = this.form.nodes[place];
    return children.map((child, each) => this.#rest(child, this.#after(region, index, each)));
  }

  /**
   * By which key the rest before a variable is known: its branches differ, or an end that can follow shows the answer, which may be
   * asked for nowhere else; however often it is tested, it is the same to ask for it. Empty if the variable needn't be settled.
   * @param {number} index @param {number[]} rests
   */
  #keyOf(index, rests) {
    const [first, second] = new Set(rests.filter((each) => each !== this.closed));
    if (second) return `${index}:${rests}`;
    const shown = questionsOf(this.form.variables[index]).filter((each) => this.given[each] === undefined && this.#needs[first]?.includes(each));
    const ask = `?${shown}:`;
    return !shown.length ? '' : this.#keys[first].startsWith(ask) ? this.#keys[first] : ask + first;
  }

  /** @param {number} place @param {Region} region @returns {number} */
  #freshRest(place, region) {
    if (place < 0) {
      const { outcome = -1, shows } = /** @type {{ outcome?: number, shows?: number[] }} */ (endOf(this.form, place));
      return this.#number(`${place}`, shows ?? this.form.outcomes[outcome]?.shows ?? []);
    }
    const [index, ...children] = this.form.nodes[place];
    const own = this.block(index);
    if (own !== undefined) return this.#rest(children[own], region);
    const rests = this.#restsOf(place, region);
    const key = this.#keyOf(index, rests);
    if (!key) return rests.find((each) => each !== this.closed) ?? this.closed;
    const variable = this.form.variables[index];
    return this.#number(key, ascending(rests.flatMap((each) => this.#needs[each]).concat('questions' in variable ? variable.questions : [])));
  }

  /**
   * Whether some possible way on asks a question whose answer was given ahead.
   * @param {number} place @param {Region} region @param {Taken} taken @param {Blocks} block @param {Set<string>} seen @returns {boolean}
   */
  #asksForGiven(place, region, taken, block, seen) {
    const key = `${place};${region}`;
    if (place < 0 || region?.length === 0 || seen.has(key)) return false;
    seen.add(key);
    const [index, ...children] = this.form.nodes[place];
    const own = block(index);
    if (own !== undefined) return this.#asksForGiven(children[own], region, taken, block, seen);
    return this.given[this.#firstMissing(index, taken)] !== undefined
      || children.some((child, each) => this.#asksForGiven(child, this.#after(region, index, each), taken, block, seen));
  }
}
