/** On the page at an article's old address: goes to the new one, with what the address asks for. */

const link = document.querySelector("a");
if (link) location.replace(link.href + location.search + location.hash);
