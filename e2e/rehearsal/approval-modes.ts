/** What the people of a rehearsal do with a proposal that is shown to them. */
export const approvalModes = ['approve', 'edit', 'reject', 'none', 'reload', 'wrong-person'] as const;
export type ApprovalMode = (typeof approvalModes)[number];
