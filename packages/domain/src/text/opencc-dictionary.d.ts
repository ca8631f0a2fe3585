/** A dictionary of opencc-js as it lies in the package: pairs `from to`, separated by `|`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
