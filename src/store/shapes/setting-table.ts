export interface SettingTable {
  /** Those of these keys that have a value, with it. */
  among(keys: readonly string[]): Promise<Map<string, string>>;
  get(key: string): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
  /** Writes `to` only where the value still is `from` (null: there is none yet); whether it was. */
  swap(key: string, from: string | null, to: string): Promise<boolean>;
  remove(key: string): Promise<void>;
}
