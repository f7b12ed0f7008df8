import { type Arguments, formOf } from './tool-form.ts';

/** What a person changed in a proposal, by the names of the fields in their order. */
export function changedFields(tool: string, proposed: Arguments, approved: Arguments): string[] {
  const { fields } = formOf(tool);
  const known = fields ?? Object.keys(approved).map((key) => ({ key, label: key }));
  return known
    .filter(({ key }) => JSON.stringify(proposed[key]) !== JSON.stringify(approved[key]))
    .map(({ label }) => label);
}
