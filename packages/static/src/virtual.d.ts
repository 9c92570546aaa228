declare module 'virtual:migrations' {
  /** The server's migrations, in drizzle's form, read when the page is built. */
  const migrations: readonly object[];
  export default migrations;
}

declare module '*?url' {
  /** Address of a file that is served beside the page. */
  const address: string;
  export default address;
}
