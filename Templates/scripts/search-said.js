// @ts-check
/**
 * What a sentence says of the questionnaires: answers that it gives, and answers that it may mean. The twin is
 * Sources/Decision/Said; Tests/Fixtures/said.json holds both to the same. All cues come from authors, and words of the language
 * from the build, stemmed already: nothing is guessed, and nothing leaves the device.
 */

import { isNear } from './search-spelling.js';
import { contractions, fold, stem, two } from './search-words.js';

/** @typedef {{ apart: string, stop: string[], not: string[], and: string[], ask: string[], wish: string[], suppose: string[], learn: string[], doubt: string[], pairs: string[], past: string[], common: string[], units: string[], numbered: string[] }} Grammar */
/** @typedef {[id: string, label: string, said?: string[], maybe?: string[], never?: string[]]} SaidOption */
/** @typedef {{ id: string, ask: string, first?: true, wish?: true, follows?: true, many?: true, options: SaidOption[], codes?: [id: string, label: string, names: string][] }} SaidQuestion */
/** @typedef {{ title: string, url: string, form: string, questions: SaidQuestion[], cited: [url: string, words: string, ...answers: string[]][] }} SaidForm  `cited` are places of the policy for those who gave certain answers: `need=tac` */
/** @typedef {{ grammar: Grammar, words: Record<string, string[]>, forms: SaidForm[], vocabulary?: Set<string> }} SaidIndex  `vocabulary` is made of it once */
/** @typedef {{ text: string, stem: string, isCode: boolean, isContent: boolean, isNot: boolean, clause: number, before: string, isCorrected?: boolean }} Token  `before` is the conjunction that its clause began with; `isCorrected` is one that was mistyped */
/** @typedef {'say' | 'wish' | 'ask'} Mood */
/** @typedef {{ form: number, question: number, option: number, id: string, label: string, tokens: number[], weight: number, isStrong: boolean, isFilled: boolean, isCode?: boolean }} Match */
/** @typedef {{ form: number, question: string, option: string, ask: string, label: string, words: string }} Understood */
/** @typedef {{ form: number, filled: Understood[], offered: Understood[], unused: string[] }} Said  `form` is -1 where it's not clear which questionnaire is meant */

const LEAST = 3;
const MOST = 25;
/** Other content words among those of a cue. */
const GAP = 3;
/** Content words that a negation reaches. */
const REACH = 5;
const OFFERED = 3;
/** Letters of a word that may be mistyped. */
const LONG = 5;

/** A number of a model, with or without letters; no year, day, long number or amount, none of `24x7`, no version and no size: `ios15`, `100gb`. @param {string} word */
const isCode = (word) => /^[a-z][a-z-]*\d{2,}|\d{4,}|\d{3,}[a-z]/.test(word)
  && !/^(?:(?:19|20(?!00))\d\d|\d{6,}|\d+x\d+|\d+(?:[./-]\d+){2,}|\p{Sc}.*|(?:v|ver|rev|ios|fy|vlan|port)\d+|\d{3}[gkmvw]|\d+(?:[gkmt](?:b|bit|bps)|[gm]?hz|va|k[mw]|mm|ft|th|usd|eur|gbp))$/u.test(word);

/** Plurals, -ed and -ing. @param {string} word */
export const stemOf = (word) => {
  if (/[^a-z]/.test(word)) return word;
  let stem = word.length > 4 && word.endsWith('ies') ? `${word.slice(0, -3)}y`
    : word.length > 3 && /[^suis]s$|[^aeiou]is$/.test(word) ? word.slice(0, -1) : word;
  const ending = stem.length > 4 && /(?:[^e]ed|ing)$/.exec(stem);
  const base = ending ? stem.slice(0, stem.endsWith('ing') ? -3 : -2) : '';
  if (/[aeiouy]/.test(base) && base.length > 2) stem = base.length > 3 && /([^aeiouyls])\1$/.test(base) ? base.slice(0, -1) : base;
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
};

/** The words of a sentence, each in a clause: what is between signs and conjunctions. @param {string} sentence @param {Grammar} grammar @returns {Token[]} */
export const tokensOf = (sentence, { stop, not, and, apart, units, numbered }) => {
  const short = contractions(apart);
  /** @type {Token[]} */
  const tokens = [];
  let clause = 0;
  let before = '';
  let isFresh = true;
  const next = (conjunction = '') => {
    if (!isFresh) clause += 1;
    isFresh = true;
    before = conjunction;
  };
  for (const [piece] of sentence.replace(/[\x60\xb4\u2018\u2019\u02bc]/g, "'").matchAll(/\p{Sc}?(?:\d{1,3}(?:,\d{3})+(?!\d)[\p{L}\p{N}]*|[\p{L}\p{N}]+)(?:['./-][\p{L}\p{N}]+)*|[,;:.!?()\u2013\u2014]/gu)) {
    if (!/[\p{L}\p{N}]/u.test(piece)) {
      next();
      continue;
    }
    const small = piece.toLowerCase();
    const words = /\d/.test(small) ? [small] : small.split(/[/.-]/);
    for (const word of words) {
      const negated = two(word, short);
      for (const part of negated ?? word.replace(/'re$/, ' are').replace(/'m$/, ' am').replace(/'\w*$/, '').split(' ')) {
        if (and.includes(part)) {
          next(part);
          continue;
        }
        const stem = stemOf(part);
        const isNot = not.includes(part);
        tokens.push({ text: negated || words.length > 1 ? piece : piece.replace(/'\w*$/, ''), stem, isCode: isCode(part), isNot, isContent: !isNot && !stop.includes(part) && !stop.includes(stem), clause, before });
        isFresh = false;
      }
    }
  }
  // "5000 users" are counted, and "port 8080" is no product.
  for (const [at, token] of tokens.entries()) {
    if (!/\D/.test(token.stem) && (units.includes(tokens[at + 1]?.stem) || numbered.includes(tokens[at - 1]?.stem))) token.isCode = false;
  }
  return tokens;
};

/**
 * The tokens from a place on that are a phrase, with only words between them that tell nothing by themselves: `gave it up`.
 * @param {Token[]} tokens @param {number} at @param {string} phrase @returns {number[]}  none if they aren't
 */
const phraseAt = (tokens, at, phrase) => {
  const stems = phrase.split(' ');
  /** @type {number[]} */
  const place = [];
  for (let next = at; place.length < stems.length; next += 1) {
    const token = tokens[next];
    if (token?.clause !== tokens[at].clause) return [];
    if (token.stem === stems[place.length]) place.push(next);
    else if (next === at || token.isContent || token.isNot) return [];
  }
  return place;
};

/**
 * What the first words of a clause make of it: `can't find it` is no question, `and is damaged` goes on with what was said.
 * @param {Token[]} tokens  of the clause @param {Grammar} grammar @param {Mood} last  of the clause before @returns {Mood}
 */
const moodOf = (tokens, { and, ask, wish }, last) => {
  /** @param {string[]} phrases */
  const begins = (phrases) => phrases.some((phrase) => phraseAt(tokens, 0, phrase).length);
  if (begins(wish)) return 'wish';
  if (!begins(ask)) return tokens[0].before === and[0] ? last : 'say';
  return tokens[0].before ? last : tokens[1]?.isNot ? 'say' : 'ask';
};

/** The words of a cue, and names of classes. @param {string} cue */
const partsOf = (cue) => [...cue.matchAll(/(not )?(<[^>]+>|\S+)/g)].map(([, not, part]) => ({ isNot: !!not, part }));

/** Content words between two places. @param {Token[]} tokens @param {number} from @param {number} to */
const between = (tokens, from, to) => tokens.slice(from + 1, to).filter(({ isContent }) => isContent).length;

/** Every word that cues, classes and the language have, stemmed. @param {SaidIndex} index */
const vocabularyOf = (index) => index.vocabulary ??= new Set([
  ...['ask', 'wish', 'suppose', 'learn', 'doubt', 'common'].flatMap((name) => index.grammar[/** @type {'ask'} */ (name)]),
  ...Object.values(index.words).flat(),
  ...index.forms.flatMap(({ questions }) => questions.flatMap(({ options }) => options.flatMap(([, , ...tiers]) => tiers.flat()))),
].join(' ').split(' ').filter((word) => /^[a-z]+$/.test(word)));

/** Whether a word is neither in a cue nor common. @param {Token} token @param {Set<string>} vocabulary */
const isForeign = ({ stem, isCorrected }, vocabulary) => !!isCorrected || /^[a-z]+$/.test(stem) && !vocabulary.has(stem);

/** Whether a word that no cue has may be mistyped. @param {Token} token @param {Set<string>} vocabulary */
const isStrange = (token, vocabulary) => token.isContent && token.text.length >= LONG && isForeign(token, vocabulary);

/**
 * A word that no cue has, read as one that is one edit away and begins alike.
 * @param {Token} token @param {Set<string>} vocabulary @param {(word: string) => boolean} isKnown @returns {Token}
 */
const corrected = (token, vocabulary, isKnown) => {
  const { text, stem } = token;
  if (!isStrange(token, vocabulary) || isKnown(text)) return token;
  const near = [...vocabulary].filter((other) => other.length >= LONG - 1 && other[0] === stem[0] && isNear(stem, other)).sort();
  return near.length ? { ...token, stem: near[0], isCorrected: true } : token;
};

class Sentence {
  /** @param {string} text @param {SaidIndex} index @param {(word: string) => boolean} isKnown */
  constructor(text, index, isKnown) {
    const { grammar, words, forms } = index;
    this.words = words;
    this.grammar = grammar;
    const vocabulary = vocabularyOf(index);
    this.tokens = tokensOf(text, grammar).map((token) => corrected(token, vocabulary, isKnown));
    this.foreign = this.tokens.map((token) => token.isContent && isForeign(token, vocabulary));
    /** For each questionnaire, the words that its title has. */
    this.titled = forms.map(({ title }) => [...this.tokens.keys()].filter((at) => this.tokens[at].isContent && inTitle(title, this.tokens[at].stem)));
    /** It is told of others, of the past, or as an example. */
    this.isDoubted = grammar.doubt.some((phrase) => this.tokens.some((_, at) => phraseAt(this.tokens, at, phrase).length));
    /** @type {Mood[]} */
    this.moods = [];
    for (const clause of new Set(this.tokens.map((token) => token.clause))) {
      this.moods.push(moodOf(this.tokens.filter((token) => token.clause === clause), grammar, this.moods[clause - 1] ?? 'say'));
    }
    // A mark at its end makes a question of a clause, or of what somebody wants.
    if (this.moods.at(-1) === 'say' && /\?\s*$/.test(text)) this.moods.splice(-1, 1, 'wish');
    /** @type {Map<string, number[][]>} */
    this.known = new Map();
  }

  /** Where a part of a cue is: for each place its tokens. @param {string} part @returns {number[][]} */
  placesOf(part) {
    const known = this.known.get(part);
    if (known) return known;
    const { tokens } = this;
    const name = /^<(.*)>$/.exec(part)?.[1];
    const phrases = name === undefined ? [part] : this.words[name] ?? [];
    const places = tokens.flatMap(({ isCode }, at) => [...phrases.map((phrase) => phraseAt(tokens, at, phrase)), name === 'device' && isCode ? [at] : []])
      .filter(({ length }) => length);
    this.known.set(part, places);
    return places;
  }

  /** The negation before a place, at most one content word away. @param {number[]} place */
  negationBefore([first]) {
    const { tokens } = this;
    for (let at = first - 1; at >= 0 && tokens[at].clause === tokens[first].clause && between(tokens, at, first) < 2; at -= 1) if (tokens[at].isNot) return at;
    return -1;
  }

  /** The tokens of a cue where they tell most; nothing if they aren't in one clause, or are negated. @param {string} cue */
  find(cue) {
    const { tokens } = this;
    const parts = partsOf(cue).map(({ isNot, part }) => this.placesOf(part).flatMap((place) => {
      if (!isNot) return [place];
      const before = this.negationBefore(place);
      return before < 0 ? [] : [[before, ...place]];
    }));
    /** @type {number[] | undefined} */
    let best;
    /** @param {number} index @param {number[]} taken @param {number[][]} placed */
    const take = (index, taken, placed) => {
      if (index === parts.length) {
        const all = [...taken].sort((a, b) => a - b);
        const others = between(tokens, all[0], all[all.length - 1]) - all.slice(1, -1).filter((at) => tokens[at].isContent).length;
        if (others <= GAP && this.#isJoined(placed) && (!best || this.#isBetter(all, best))) best = all;
        return;
      }
      for (const place of parts[index]) {
        if (place.some((at) => taken.includes(at)) || taken.length && tokens[place[0]].clause !== tokens[taken[0]].clause) continue;
        take(index + 1, [...taken, ...place], [...placed, place]);
      }
    };
    take(0, [], []);
    return best && !this.isNegated(best) ? best : undefined;
  }

  /** Whether it's only supposed: after `if` or `when`, unless somebody doesn't know or wants to know. @param {number[]} found */
  isSupposed(found) {
    const { tokens, grammar: { suppose, learn } } = this;
    const last = found[found.length - 1];
    const unsure = this.placesOf('<unsure>').flat();
    return tokens.some(({ stem, clause }, at) => at < last && !found.includes(at) && clause === tokens[last].clause && suppose.includes(stem)
      && !found.some((place) => place < at && (tokens[place].isNot || unsure.includes(place) || learn.includes(tokens[place].stem))));
  }

  /** Whether its clause tells of one of two things, and another clause of the other, or of what is no longer so. @param {number[]} found */
  isOfAnother([first]) {
    const { tokens, grammar: { pairs, past } } = this;
    const [own, others] = [true, false].map((isOwn) => tokens.filter(({ clause }) => (clause === tokens[first].clause) === isOwn));
    const has = (/** @type {Token[]} */ list, /** @type {string} */ word) => list.some(({ stem }) => stem === word);
    const text = ` ${own.map((token) => token.text.toLowerCase()).join(' ')} `;
    return pairs.map((pair) => pair.split(' ')).some(([one, other]) => has(own, one) && has(others, other) || has(own, other) && has(others, one))
      || past.some((phrase) => text.includes(` ${phrase} `));
  }

  /** Whether a word of another subject is right before it and makes another thing of it: `laptop power supply`. @param {number[]} found */
  isNamed([first]) { return this.foreign[first - 1] && this.tokens[first - 1].clause === this.tokens[first].clause; }

  /** Whether a cue's words are in its own order; that of classes alone doesn't matter. @param {string} cue @param {number[]} found */
  isOrdered(cue, found) {
    let last = -1;
    const parts = partsOf(cue);
    return parts.every(({ part }) => part.startsWith('<')) || parts.every(({ part }) => {
      const next = this.placesOf(part).find((place) => place.every((at) => at > last && found.includes(at)));
      last = next?.at(-1) ?? last;
      return !!next;
    });
  }

  /** Whether words that tell nothing by themselves are next to the ones they belong to: in `i manage`, not "i know who manages". @param {number[][]} placed */
  #isJoined(placed) {
    const { tokens } = this;
    const tells = (/** @type {number[]} */ place) => place.some((at) => tokens[at].isContent || tokens[at].isNot);
    return placed.every((place, index) => {
      if (tells(place)) return true;
      const [before, after] = index + 1 < placed.length ? [place, placed[index + 1]] : [placed[index - 1] ?? place, place];
      const [from, to] = [before[before.length - 1], after[0]];
      return from <= to && !between(tokens, from, to);
    });
  }

  /** Whether one placement tells more than another, or as much with words that are nearer. @param {number[]} one @param {number[]} other */
  #isBetter(one, other) {
    const more = this.weight(one) - this.weight(other);
    return more > 0 || !more && one[one.length - 1] - one[0] < other[other.length - 1] - other[0];
  }

  /** Whether a negation that is no part of what was found reaches it. @param {number[]} found */
  isNegated(found) {
    const { tokens } = this;
    const { clause } = tokens[found[0]];
    return tokens.some(({ isNot, clause: other }, at) => {
      if (!isNot || other !== clause || found.includes(at)) return false;
      const isLast = !tokens.some((token, place) => place > at && token.clause === clause && token.isContent);
      return found.some((place) => place > at ? between(tokens, at, place) < REACH : isLast || place === at - 1 && !tokens[place].isContent);
    });
  }

  /** @param {number} at */
  moodOf(at) { return this.moods[this.tokens[at].clause]; }

  /** How many words tell something. @param {Iterable<number>} tokens */
  weight(tokens) { return [...new Set(tokens)].filter((at) => this.tokens[at].isContent || this.tokens[at].isNot).length; }
}

/** The products that a code names: for each token those with its number, and whether it's no guess. @param {Sentence} sentence @param {SaidQuestion} question */
const products = ({ tokens }, { codes = [] }) => tokens.flatMap(({ stem, isCode }, at) => {
  const number = isCode && /\d{3,}/.exec(stem)?.[0];
  if (!number) return [];
  const named = codes.map(([id, label, names]) => ({ id, label, numbers: new Set(names.match(/\d+/g)), words: names.toLowerCase().split(' ') }));
  for (let zeros = 0; zeros < 3 && zeros < number.length - 1; zeros += 1) {
    const same = named.filter(({ numbers }) => numbers.has(number.slice(0, number.length - zeros) + '0'.repeat(zeros)));
    const begun = stem.slice(0, stem.indexOf(number) + number.length - zeros);
    const spelt = same.filter(({ words }) => begun.length > number.length - zeros && words.some((word) => word.startsWith(begun)));
    const told = tokens.filter(({ isCode: other }) => !other).map(({ text }) => text.toLowerCase());
    const fitting = same.filter(({ words }) => words.some((word) => told.includes(word) && same.some((other) => !other.words.includes(word))));
    const found = [spelt, fitting, same].find((list) => list.length) ?? [];
    // The name of another line: "catalyst 9500" is no Nexus.
    const line = tokens[at - 1]?.text.toLowerCase();
    if (found.length && !found.some(({ words }) => words.includes(line)) && named.some(({ words }) => words.includes(line))) return [];
    if (found.length) return [{ at, found, isSure: !zeros && found.length === 1 }];
  }
  return [];
});

/** @param {Sentence} sentence @param {SaidForm[]} forms @returns {Match[]} */
const matches = (sentence, forms) => forms.flatMap((each, form) => each.questions.flatMap((asked, question) => {
  const found = asked.options.flatMap(([id, label, said = [], maybe = [], never = []], option) => {
    if (never.some((cue) => sentence.find(cue))) return [];
    return [said, maybe].flatMap((cues, tier) => cues.flatMap((cue) => {
      const tokens = sentence.find(cue);
      if (!tokens) return [];
      const mood = sentence.moodOf(tokens[0]);
      const isFilled = !tier && (mood === 'say' || mood === 'wish' && !!asked.wish) && !sentence.isDoubted && !sentence.isSupposed(tokens) && !sentence.isOfAnother(tokens) && !sentence.isNamed(tokens) && sentence.isOrdered(cue, tokens)
        && !tokens.some((at) => sentence.tokens[at].isCorrected);
      return [{ form, question, option, id, label, tokens, weight: sentence.weight(tokens), isStrong: !tier, isFilled }];
    }));
  });
  const named = products(sentence, asked).flatMap(({ at, found: list, isSure }) => list.map(({ id, label }) =>
    ({ form, question, option: -1, id, label, tokens: [at], weight: 1, isStrong: true, isFilled: isSure && sentence.moodOf(at) === 'say', isCode: true })));
  return [...found, ...named];
}));

/**
 * The options whose own label a sentence is: where a questionnaire has it once, nothing else is meant.
 * @param {Sentence} sentence @param {SaidIndex} index @returns {Match[]}
 */
const labelled = ({ tokens }, { grammar, forms }) => {
  const stems = (/** @type {Token[]} */ list) => list.map(({ stem }) => stem).join(' ');
  const own = stems(tokens);
  return forms.flatMap(({ questions }, form) => {
    const found = questions.flatMap(({ options }, question) => options.flatMap(([id, label], option) => (stems(tokensOf(label, grammar)) === own
      ? [{ form, question, option, id, label, tokens: [...tokens.keys()], weight: tokens.length, isStrong: true, isFilled: true }] : [])));
    return found.map((match) => ({ ...match, isFilled: found.length === 1 }));
  });
};

/** Whether they mean the same answer. @param {Match} one @param {Match} other */
const areSame = (one, other) => other.form === one.form && other.question === one.question && other.id === one.id;

/** Whether they mean one question, but not the same answer. @param {Match} one @param {Match} other */
const areOthers = (one, other) => other.form === one.form && other.question === one.question && !areSame(one, other);

/** The longer match spends its words: what is found in a part of them says nothing more, unless it gives the same answer more surely. @param {Match[]} all */
const unspent = (all) => all.filter((one) => one.isCode || !all.some((other) => other.form === one.form && other.tokens.length > one.tokens.length
  && !(areSame(one, other) && one.isFilled && !other.isFilled) && one.tokens.every((at) => other.tokens.includes(at))));

/**
 * The best answers to each question; what is as good as another is only offered.
 * @param {Sentence} sentence @param {Match[]} all @param {SaidForm[]} forms
 */
const best = (sentence, all, forms) => {
  const areRivals = (/** @type {Match} */ one, /** @type {Match} */ other) => areOthers(one, other) && !forms[one.form].questions[one.question].many;
  const kept = all.filter((one) => !all.some((other) => areRivals(one, other) && other.isFilled >= one.isFilled && (other.weight > one.weight || other.isFilled > one.isFilled)));
  const rank = (/** @type {Match} */ match) => Number(match.isFilled) * 100 + match.weight;
  const once = kept.filter((one, index) => kept.every((other, place) => !areSame(one, other) || rank(other) < rank(one) || rank(other) === rank(one) && place >= index));
  return once.map((one) => ({ ...one, isFilled: one.isFilled && !once.some((other) => other.isFilled && (areRivals(one, other) || isSpent(sentence, one, other))) }));
};

/**
 * Whether another answer has the words of one with less between them: "no idea who sold us the contract" doesn't tell of the contract,
 * nor "no administrator for our account" of the account. Devices are what everything is about.
 * @param {Sentence} sentence @param {Match} one @param {Match} other
 */
const isSpent = (sentence, one, other) => {
  if (other.form !== one.form || other.question === one.question) return false;
  const devices = sentence.placesOf('<device>').flat();
  const common = one.tokens.filter((at) => other.tokens.includes(at));
  if (!common.some((at) => (sentence.tokens[at].isNot || sentence.tokens[at].isContent) && !devices.includes(at)) || common.length === one.tokens.length) return false;
  const gaps = (/** @type {Match} */ { tokens }) => tokens[tokens.length - 1] - tokens[0] - tokens.length;
  return gaps(other) < gaps(one) || gaps(other) === gaps(one) && other.weight > one.weight;
};

/** Whether a questionnaire is named after something. @param {string} title @param {string} stem */
const inTitle = (title, stem) => (title.toLowerCase().match(/[a-z]+/g) ?? []).some((word) => stemOf(word) === stem);

/**
 * Which questionnaires a sentence is about: those whose cues have most of its words, those that give answers counted twice, and whose
 * title has most; also one that can't decide between its answers. Of two that have as much, the one that asks for it earlier comes first.
 * @param {Sentence} sentence @param {Match[]} all  cues that were found @param {SaidForm[]} forms
 */
const meant = (sentence, all, forms) => {
  const ranks = forms.map(({ questions }, form) => {
    const own = all.filter((match) => match.form === form);
    const taken = own.filter(({ isFilled, isCode: named }) => isFilled && !named);
    const words = own.filter((match) => taken.some((one) => areSame(one, match))).flatMap(({ tokens }) => tokens);
    const strong = sentence.weight(words);
    const known = own.flatMap(({ tokens }) => tokens);
    const named = sentence.titled[form];
    const score = 2 * (strong + sentence.weight(known) + named.length) + named.filter((at) => !known.includes(at)).length
      + (own.some(({ question }) => questions[question].first) ? 1 : 0);
    return { form, score: strong && score, place: Math.min(...taken.map(({ question }) => question)), words, opens: taken.some(({ question }) => questions[question].first), follows: taken.every(({ question }) => questions[question].follows) };
  });
  // What is asked only after other answers doesn't lead into a questionnaire where the same words answer the first question of another.
  const left = ranks.filter((rank) => !rank.follows || !ranks.some(({ opens, words }) => opens && rank.words.every((at) => words.includes(at))))
    .sort((one, other) => other.score - one.score || one.place - other.place);
  return left.filter(({ score }) => score && score === left[0].score).map(({ form }) => form);
};

/**
 * Whether the site has a word, for the words of a text that no cue has: then they aren't mistyped. The search has asked for them, too.
 * @param {string} text @param {SaidIndex} index @param {import('./search-files.js').SearchFiles} files @returns {Promise<(word: string) => boolean>}
 */
export const knownOf = async (text, index, files) => {
  const { language } = files;
  const strange = tokensOf(text, index.grammar).filter((token) => isStrange(token, vocabularyOf(index)));
  const found = await Promise.all(strange.map(async (token) => (
    language && (await files.postings(stem(fold(token.text), language), false)).exact ? [token.text] : [])));
  const known = new Set(found.flat());
  return (word) => known.has(word);
};

/**
 * What a sentence says; nothing for a few words, which are a search, or for many, which are a text that was pasted.
 * @param {string} text @param {SaidIndex} index @param {(word: string) => boolean} [isKnown]  whether the site has a word: it isn't mistyped then
 * @returns {Said | undefined}
 */
export const understand = (text, index, isKnown = () => false) => {
  const sentence = new Sentence(text, index, isKnown);
  const { tokens } = sentence;
  const { length } = text.trim().split(/\s+/);
  if (length < LEAST || length > MOST) return undefined;
  const { forms } = index;
  const label = labelled(sentence, index);
  const cues = label.length ? label : unspent(matches(sentence, forms));
  const all = best(sentence, cues, forms);
  const [form = -1, ...equals] = meant(sentence, cues, forms);
  const filled = all.filter((match) => match.form === form && match.isFilled);
  // Where two questionnaires ask the same as early, nothing tells which is meant.
  const firstOf = (/** @type {number} */ own) => Math.min(...all.filter((match) => match.form === own && match.isFilled && !match.isCode).map(({ question }) => question));
  const isTied = equals.some((other) => firstOf(other) === firstOf(form) && all.filter((match) => match.form === other && match.isFilled).length >= filled.length);
  const used = new Set(cues.filter((match) => filled.some((one) => areSame(one, match))).flatMap((match) => match.tokens));
  const known = new Set(cues.filter((match) => match.form === form).flatMap((match) => match.tokens));
  const telling = [...tokens.keys()].filter((at) => tokens[at].isContent && !tokens[at].isCode);
  const explained = telling.filter((at) => used.has(at)).length;
  // Words that the questionnaire doesn't know tell against it, those of another subject twice.
  const missed = telling.reduce((sum, at) => sum + (known.has(at) ? 0 : sentence.foreign[at] ? 2 : 1), 0);
  const isCertain = filled.length > 1 || filled.some((match) => match.tokens.filter((at) => tokens[at].isContent).length > 2);
  // "Got it used, is there any warranty?" asks for what another questionnaire is named after.
  const isForOther = (/** @type {number} */ at) => sentence.moodOf(at) !== 'say' && !used.has(at) && !sentence.titled[form].includes(at);
  const isClear = filled.length > 0 && !isTied && !sentence.titled.flat().some(isForOther) && explained * (isCertain ? 1.5 : 1) >= missed;
  const ranked = all.filter((match) => {
    if (!isClear) return match.isStrong || match.weight > 1;
    if (match.form !== form) return match.isFilled && equals.includes(match.form);
    return !filled.includes(match) && (forms[form].questions[match.question].many || !filled.some(({ question }) => question === match.question));
  })
    .sort((one, other) => Number(other.isFilled) - Number(one.isFilled) || other.weight - one.weight);
  // One answer isn't offered without another that means the same question as well.
  const others = ranked.slice(0, OFFERED).filter((one, _, shown) => !ranked.some((other) => areOthers(one, other)) || shown.some((other) => areOthers(one, other)));
  if (!isClear && !others.length) return undefined;
  /** @param {Match} match @returns {Understood} */
  const told = ({ form, question, id: option, label, tokens: places }) => {
    const { id, ask } = forms[form].questions[question];
    return { form, question: id, option, ask, label, words: [...new Set(places.map((at) => tokens[at].text))].join(' ') };
  };
  const shown = new Set([...(isClear ? used : []), ...others.flatMap((match) => match.tokens)].map((at) => tokens[at].text));
  // What stands in the name of a product that a code named helped to find it.
  const taken = isClear ? filled : [];
  const names = [...taken, ...others].filter((match) => match.isCode).flatMap((match) => match.label.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  for (const { text: word } of tokens) if (names.includes(word.toLowerCase())) shown.add(word);
  return {
    form: isClear ? form : -1, filled: taken.map(told), offered: others.map(told),
    unused: [...new Set(tokens.filter((token) => token.isContent && !shown.has(token.text)).map((token) => token.text))],
  };
};
