/** Where agents come back to from signing in at Genesys Cloud; registered with the client letter by letter. */
export const signedInPath = '/genesys/signed-in';
