/** An endpoint for a sandbox whose test needs no bot: nothing listens there, so installs go on being tried and hurt nobody. */
export const noBot = 'http://127.0.0.1:9/api/messages';
