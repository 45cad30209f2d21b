// Reads [{form, answers}] from the standard input, and prints for each the outcomes, or the question that is still open.
// The one argument is the folder of the compiled questionnaires.
import { readFileSync } from 'node:fs';
import { walk } from '../../Templates/scripts/questionnaire-walk.js';

const folder = process.argv[2];
const forms = new Map();
const formOf = (name) => {
  if (!forms.has(name)) forms.set(name, JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')));
  return forms.get(name);
};
const today = Math.floor(Date.now() / 864e5);

console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(({ form: name, answers }) => {
  const form = formOf(name);
  const place = walk(form, answers, today);
  if (place.state === 'result') return place.outcomes.flat().map((outcome) => form.outcomes[outcome].id);
  return `${place.state} ${form.questions[place.question]?.id}`;
})));
