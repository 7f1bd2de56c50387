/** The primary presences and their ids, which are the same in every organisation (official guide, SDK tests). */
export const systemPresences = [
  { name: 'Available', id: '6a3af858-942f-489d-9700-5f9bcdcdae9b' },
  { name: 'Busy', id: '31fe3bac-dea6-44b7-bed7-47f91660a1a0' },
  { name: 'Away', id: '5e5c5c66-ea97-4e7f-ac41-6424784829f2' },
  { name: 'Break', id: '227b37e2-f1d0-4dd0-8f50-badd7cf6d158' },
  { name: 'Meal', id: '3fd96123-badb-4f69-bc03-1b1ccc6d8014' },
  { name: 'Meeting', id: 'bbdff279-7ae1-48ea-bade-7831d7234c64' },
  { name: 'Training', id: 'd2390a99-8546-bad9-8f0a-219548e8aeb0' },
  { name: 'Idle', id: '7ffa01cd-7866-4ad7-8faa-31e11b42f51f' },
  { name: 'On Queue', id: 'e08eaf1b-ee47-4fa9-a231-1200e284798f' },
  { name: 'Offline', id: 'ccf3c10a-aa2c-4845-8e8d-f59fa48c58e5' },
] as const;

export type SystemPresenceName = (typeof systemPresences)[number]['name'];

/** The definition id of a presence as REST writes it (`On Queue`); undefined when there is none of that name. */
export function presenceIdOf(name: string): string | undefined {
  return systemPresences.find((each) => each.name === name)?.id;
}
