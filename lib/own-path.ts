/** A path of this site with an optional query: a link to sign in must not lead anywhere else afterwards. */
export const ownPath = /^\/(?![/\\])[\w\-./?=&%+]*$/;
