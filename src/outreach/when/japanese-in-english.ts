const days: Readonly<Record<string, string>> = {
  今日: 'today',
  本日: 'today',
  明日: 'tomorrow',
  あした: 'tomorrow',
  明後日: 'day after tomorrow',
  あさって: 'day after tomorrow',
  月: 'monday',
  火: 'tuesday',
  水: 'wednesday',
  木: 'thursday',
  金: 'friday',
  土: 'saturday',
  日: 'sunday',
};

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const ofCustomer = /(?:お客様の(?:現地)?時間|現地時間)で?/;
const ofAsker = /(?:私|自分|こちら)の時間で?/;
const span = /^(?:(\d+)日)?(?:(\d+)時間)?(?:(半)|(\d+)分)?(?:(\d+)秒)?後に?$/;
const day =
  /^(?:(今日|本日|明日|あした|明後日|あさって)|([月火水木金土日])曜日?|(\d{1,2})月(\d{1,2})日|(\d{4}-\d{2}-\d{2}))/;
const time = /^の?(午前|午後)?(?:(\d{1,2})時(?:(半)|(\d{1,2})分)?|(\d{1,2}:\d{2})|(正午))に?$/;

/** A time in Japanese said in English; see `inEnglish`. */
export function japaneseInEnglish(said: string): string {
  if (!japanese.test(said)) return said;
  const zone = ofCustomer.test(said) ? ' customer time' : ofAsker.test(said) ? ' my time' : '';
  const rest = said.replace(ofCustomer, '').replace(ofAsker, '').trim();
  const english = withoutZone(rest.replaceAll(' ', ''));
  if (english !== null) return english + zone;
  return japanese.test(rest) ? said : rest + zone;
}

function withoutZone(said: string): string | null {
  if (/^(?:今すぐ|すぐに?|今)$/.test(said)) return 'now';
  const when = day.exec(said)?.[0] ?? '';
  const rest = said.slice(when.length);
  if (when !== '' && rest === '') return dayIn(when);
  const hour = timeIn(rest);
  return hour === null ? spanIn(said) : `${dayIn(when)} ${hour}`.trim();
}

function dayIn(said: string): string {
  const [, named, weekday, month, dayOfMonth, iso] = day.exec(said) ?? [];
  return days[named ?? weekday ?? ''] ?? iso ?? (month === undefined ? '' : `${dayOfMonth}.${month}.`);
}

function timeIn(said: string): string | null {
  const found = time.exec(said);
  if (found === null) return null;
  const [, half, hour, halfPast, minutes, clock, noon] = found;
  // Whether noon or midnight is meant by twelve, people do not agree about.
  if (half !== undefined && hour === '12') return null;
  const minute = halfPast === undefined ? (minutes ?? '0').padStart(2, '0') : '30';
  const shown = noon === undefined ? (clock ?? `${hour}:${minute}`) : 'noon';
  const letter = half === undefined ? '' : half === '午前' ? ' am' : ' pm';
  return shown + letter;
}

function spanIn(said: string): string | null {
  const [, daysAhead, hours, half, minutes, seconds] = span.exec(said) ?? [];
  const parts = [
    [daysAhead, 'days'],
    [hours, 'hours'],
    [half === undefined ? minutes : '30', 'minutes'],
    [seconds, 'seconds'],
  ].flatMap(([amount, unit]) => (amount === undefined ? [] : [`${amount} ${unit}`]));
  return parts.length === 0 ? null : `in ${parts.join(' ')}`;
}
