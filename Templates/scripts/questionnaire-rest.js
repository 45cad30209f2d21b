// @ts-check
/**
 * What is left of a questionnaire when answers are put in that were given ahead: branches that they make impossible are
 * removed, and, from the ends upward, tests whose branches have become the same. The Swift twin is
 * Sources/Decision/Walking/Residual.swift. Places are references of the compiled form.
 */

export const ascending = (numbers) => [...new Set(numbers)].sort((a, b) => a - b);
export const questionsOf = ({ question, questions = [question] }) => questions;

/** The walks that a reader takes at once: the one that finds refusals, then the tracks. */
export const rootsOf = ({ refused, tracks }) => [refused, ...tracks.map(({ root }) => root)];

/** Where each walk stands once answers are taken: at a `wanted` question or at an `end`, at neither if nothing is possible. */
export const stepsOf = (form, given, blocksOf) => {
  const [first, ...roots] = rootsOf(form);
  const refusing = restOf(form, given, blocksOf, () => true);
  const deciding = restOf(form, given, blocksOf, (end) => !end.refused);
  return (taken) => [refusing(first, taken), ...roots.map((root) => deciding(root, taken))];
};

/** @param {(end: any) => boolean} isOpen  the ends of the second diagram, `possible`, that count as possible */
const restOf = (form, given, blocksOf, isOpen) => {
  const { nodes, variables, ends, outcomes } = form;
  const block = blocksOf(form, given);
  /** Numbers of what is left, equal for equal rests. */
  const numbers = new Map();
  /** For each rest the questions whose answers its ends show, or that it compares. */
  const needs = [];
  const known = new Map();
  const opens = new Map();
  const number = (key, questions) => {
    if (!numbers.has(key)) numbers.set(key, needs.push(questions) - 1);
    return numbers.get(key);
  };
  const closed = number('', []);
  const endOf = (place) => ends[-2 - place];
  const isAsking = ({ blocks, option }) => !blocks && option === undefined;

  const leadsOn = (place) => {
    if (place < 0) return place < -1 && isOpen(endOf(place));
    if (!opens.has(place)) {
      const [variable, ...children] = nodes[place];
      const own = block(variable);
      opens.set(place, own === undefined ? children.some(leadsOn) : leadsOn(children[own]));
    }
    return opens.get(place);
  };
  /** Brings nodes of the second diagram behind a variable, one of which has to lead on; nothing where all is possible. */
  const regionOf = (places, last = -1, wanted = 0) => {
    const seen = new Set(places.filter(leadsOn));
    const found = [];
    for (const place of seen) {
      if (place < 0) return undefined;
      const [variable, ...children] = nodes[place];
      const own = block(variable) ?? (variable === last ? wanted : undefined);
      if (own === undefined && variable > last) found.push(place);
      else for (const child of own === undefined ? children : [children[own]]) if (leadsOn(child)) seen.add(child);
    }
    return ascending(found);
  };
  const after = (region, variable, wanted) =>
    !region || isAsking(variables[variable]) ? region : regionOf(region, variable, wanted);
  const rest = (place, region) => {
    if (place === -1 || region?.length === 0) return closed;
    const key = `${place};${region}`;
    if (!known.has(key)) known.set(key, freshRest(place, region));
    return known.get(key);
  };
  const restsOf = ([variable, ...children], region) =>
    children.map((child, index) => rest(child, after(region, variable, index)));
  const isNeeded = (variable, rests) => isAsking(variable) ? needs[rests[0]].includes(variable.question)
    : new Set(rests.filter((each) => each !== closed)).size > 1;
  const freshRest = (place, region) => {
    if (place < 0) return number(`${place}`, outcomes[endOf(place).outcome]?.shows ?? []);
    const [index, ...children] = nodes[place];
    const own = block(index);
    if (own !== undefined) return rest(children[own], region);
    const rests = restsOf(nodes[place], region);
    const first = rests.find((each) => each !== closed) ?? closed;
    if (!isNeeded(variables[index], rests)) return first;
    return number(`${index}:${rests}`, ascending([...variables[index].questions ?? [], ...rests.flatMap((each) => needs[each])]));
  };

  /** Whether some possible way on asks a question whose answer was given ahead. */
  const asksForGiven = (place, region, taken, seen) => {
    const key = `${place};${region}`;
    if (place < 0 || region?.length === 0 || seen.has(key)) return false;
    seen.add(key);
    const [index, ...children] = nodes[place];
    const own = blocksOf(form, taken)(index);
    if (own !== undefined) return asksForGiven(children[own], region, taken, seen);
    const wanted = questionsOf(variables[index]).find((each) => taken[each] === undefined);
    return given[wanted] !== undefined || children.some((child, each) => asksForGiven(child, after(region, index, each), taken, seen));
  };

  const start = regionOf([form.possible]);
  return (root, taken) => {
    const takenBlock = blocksOf(form, taken);
    let region = start;
    let place = root;
    while (place >= 0) {
      const [index, ...children] = nodes[place];
      let next = takenBlock(index);
      if (next === undefined) {
        const wanted = questionsOf(variables[index]).find((each) => taken[each] === undefined);
        if (given[wanted] !== undefined) return { wanted };
        const rests = restsOf(nodes[place], region);
        const open = [...rests.keys()].filter((each) => rests[each] !== closed);
        if (!open.length) return {};
        if (isNeeded(variables[index], rests)) return { wanted };
        // The first that asks for an answer given ahead: that is what made the test needless.
        next = open.find((each) => asksForGiven(children[each], after(region, index, each), taken, new Set())) ?? open[0];
        region = after(region, index, next);
      }
      place = children[next];
    }
    return place === -1 || region?.length === 0 ? {} : { end: endOf(place) };
  };
};
