import { define } from './main.js';
import { none } from './mian.js';
import lodash from 'lodash';
// import './comment.js';
const late = () => import('./late/none.js');
define('own', late, none, lodash);
