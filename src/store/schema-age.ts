import { migrations } from './migrate.ts';

/** How the tables of a database stand to this version. */
export interface SchemaAge {
  /** Migrations the next start runs. */
  readonly pending: number;
  /** Migrations of a newer version than this one. */
  readonly unknown: readonly string[];
}

/** From the names of the migrations a database has been through. Pure. */
export function schemaAge(done: readonly string[]): SchemaAge {
  return {
    pending: Object.keys(migrations).filter((name) => !done.includes(name)).length,
    unknown: done.filter((name) => !Object.hasOwn(migrations, name)),
  };
}
