// What the site understands of sentences: how much of what was meant, how much wrongly. Takes files of lines of JSON
// (`text`, `questionnaire`, `must`, `may`) and the folder of a published site:
//
//     node Tests/Benchmarks/said.mjs Public sentences.jsonl [-v]
import { readFileSync } from 'node:fs';
import { understand } from '../../Templates/scripts/search-said.js';

const [site, file, verbose] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(`${site}/search/index.json`, 'utf8'));
const index = JSON.parse(readFileSync(`${site}/${manifest.folder}${manifest.said}.json`, 'utf8'));
const named = (value) => (value === true ? 'yes' : value === false ? 'no' : String(value));
const count = { sentences: 0, must: 0, right: 0, offered: 0, filled: 0, wrong: 0, form: 0, formWrong: 0, formNone: 0 };
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const { text, questionnaire, must, may } = JSON.parse(line);
  const forms = [questionnaire].flat().map(String);
  const said = understand(text, index) ?? { form: -1, filled: [], offered: [], unused: [] };
  const form = said.form < 0 ? 'none' : index.forms[said.form].url.split('/')[1];
  const isIn = (wanted, { question, option }) => [wanted[question] ?? []].flat().map(named).includes(option);
  const wrong = said.filled.filter((each) => !isIn(must, each) && !isIn(may, each));
  const wanted = Object.entries(must).flatMap(([id, values]) => [values].flat().map((value) => [id, named(value)]));
  const has = (list, [id, value]) => list.some(({ question, option }) => question === id && option === value);
  const right = wanted.filter((each) => has(said.filled, each));
  const near = wanted.filter((each) => has([...said.filled, ...said.offered], each));
  count.sentences += 1;
  count.must += wanted.length;
  count.right += right.length;
  count.offered += near.length;
  count.filled += said.filled.length;
  count.wrong += wrong.length;
  const isWrongForm = form !== 'none' && !forms.includes(form);
  count[isWrongForm ? 'formWrong' : form === 'none' ? 'formNone' : 'form'] += 1;
  const show = (list) => list.map(({ question, option, words }) => `${question}=${option} “${words}”`).join('; ');
  if (verbose && (verbose === '-v' || wrong.length || isWrongForm)) {
    console.log(`${wrong.length || isWrongForm ? '✗' : right.length === wanted.length ? '✓' : ' '} ${text}\n    ${form} (${forms}) filled ${show(said.filled)}\n    offered ${show(said.offered)}\n    must ${JSON.stringify(must)} may ${JSON.stringify(may)} unused ${said.unused.join(' ')}`);
  }
}
const share = (part, all) => `${part} of ${all} (${Math.round(100 * part / all)} %)`;
console.log(`${count.sentences} sentences
filled answers that are right: ${share(count.right, count.must)}; or offered: ${share(count.offered, count.must)}
filled answers that are wrong: ${share(count.wrong, count.filled)}
questionnaire: right ${count.form}, none ${count.formNone}, wrong ${count.formWrong}: right or none ${share(count.form + count.formNone, count.sentences)}`);
