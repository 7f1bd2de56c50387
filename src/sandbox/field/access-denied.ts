/** The body of a 403 as the reports quote it, key for key. */
export const accessDenied = { message: 'Access denied', status: 403, code: 'forbidden' } as const;
