import { deepEqual } from 'node:assert/strict';
import { ConfigError } from '../../../src/config/config-error.ts';
import { readConfig } from '../../../src/config/read-config.ts';
import { variables } from '../../../src/config/variables.ts';

describe('an address that is none', () => {
  const addresses = Object.keys(variables).filter((name) => name.endsWith('_URL') && name !== 'DATABASE_URL');

  for (const name of [...addresses, 'DATABASE_URL'])
    it(`is told as a problem of ${name}, and ends nothing`, () => {
      for (const value of ['h|tps:\u000f/x.example', 'https://', 'nowhere', '\u0001\u00c4', 'http://[::'])
        try {
          readConfig({ [name]: value });
          throw new Error(`${name} took ${JSON.stringify(value)}`);
        } catch (cause) {
          if (!(cause instanceof ConfigError)) throw cause;
          const told = cause.problems.filter(({ variable }) => variable === name);
          deepEqual(
            told.map(({ wrong }) => wrong),
            ['is not a URL of the expected kind'],
          );
        }
    });
});
