/** Body of `POST /users/search` for exactly one e-mail (SDK 262 UserSearchRequest). */
export function userSearch(email: string) {
  return { pageSize: 25, pageNumber: 1, query: [{ type: 'EXACT', fields: ['email'], value: email }] };
}
