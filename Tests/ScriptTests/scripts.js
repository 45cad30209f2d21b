// @ts-check
/** The folder of the scripts to be tested: the sources, or what `WAYMARK_SCRIPTS` names, as they are published. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const scripts = process.env.WAYMARK_SCRIPTS
  ? pathToFileURL(resolve(process.env.WAYMARK_SCRIPTS) + '/') : new URL('../../Templates/scripts/', import.meta.url);
