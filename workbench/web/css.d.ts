/** Styles of the fonts; the build puts them beside the page. */
declare module "*.css";
