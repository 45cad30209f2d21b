// @ts-check
/**
 * What other answers to a questionnaire would lead to; the Swift twin is Sources/Decision/Walking/Changes.swift. Loaded with
 * the first result; it's given the functions of the walk, because an import of them would make them files of their own.
 */

/** @typedef {import('./questionnaire-walk.js').Place} Place */
/**
 * One other answer: an option, one tick more or less, or a range of numbers or days.
 * @typedef {{ question: number, text: string, option: number, isTicked?: boolean, from: number, to: number, leads: Place }} Change
 */

/**
 * What would change the result: the single other answers that lead elsewhere.
 * @param {Record<string, any>} tools  functions of `questionnaire-walk.js` and `questionnaire-rest.js`, by their names
 * @returns {Change[]}
 */
export const changes = (form, answers, today, { ascending, limits, questionsOf, read, scale, threshold, walk, write }) => {
  const here = walk(form, answers, today);
  if (here.state !== 'result') return [];
  const resultOf = ({ outcomes, values }) => JSON.stringify([outcomes, values]);
  const taken = { today };
  // Answers that are not asked for now may be with another answer.
  form.questions.forEach((asked, question) => {
    if (Object.hasOwn(answers, asked.id)) taken[question] = read(asked, answers[asked.id]);
  });

  /** The values of a number or date from which on something may change. */
  const cutsOf = (question) => form.variables.flatMap((variable) => {
    if (!variable.chains || !questionsOf(variable).includes(question)) return [];
    const value = scale(form, variable, taken);
    const unit = scale(form, variable, { [question]: 1 })(question);
    return variable.chains.flatMap(({ of, from, cuts }) => cuts.flatMap((cut) => {
      if (from !== question) return threshold(cut, value(from) || 0);
      // The other answer is this one and the cut, or later: shifted back, months of other lengths may be off by days.
      const back = threshold(cut.length ? [-cut[0], -cut[1]] : -cut, value(of));
      return [-1, 0, 1, 2, 3, 4].map((more) => back + more);
    })).map((cut) => Math.ceil(cut / unit));
  });
  const others = ({ question, answer }) => {
    const asked = form.questions[question];
    if (asked.options) return asked.options.map((_, option) => {
      if (asked.kind === 'one') return { option, answer: option };
      const isTicked = answer.includes(option);
      return { option, isTicked, answer: isTicked ? answer.filter((each) => each !== option) : ascending([...answer, option]) };
    });
    const [first, last] = limits(asked, today);
    // Cuts that rest on an answer not given are no numbers, and fall out here.
    const starts = ascending([first, ...cutsOf(question).filter((cut) => cut > first && cut <= last)]);
    return starts.map((from, index) => ({ from, to: (starts[index + 1] ?? last + 1) - 1, answer: from }));
  };
  return here.path.flatMap((given) => others(given).flatMap(({ answer, ...other }) => {
    const { question } = given;
    const text = write(form.questions[question], answer);
    const leads = walk(form, { ...answers, [form.questions[question].id]: text }, today);
    const isOwn = other.from <= given.answer && given.answer <= other.to;
    const isNone = leads.state === 'refused' && leads.question === question || resultOf(leads) === resultOf(here);
    return isOwn || isNone ? [] : [{ ...other, question, text, leads }];
  }));
};
