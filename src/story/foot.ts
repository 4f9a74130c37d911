import {h} from "hastscript";

/**
 * What every card ends with once it is open, once a page: where the reader's own copy of a document
 * is checked, and a link to the card. Only a script can answer either, so without one it is hidden.
 */
export const footOfCards = h("div.pl-foot#pl-foot", {hidden: true}, [
  h(
    "div.pl-drop",
    {
      dataAsk: "It is read in this browser; nothing is sent or kept.",
      dataYes: "This is the document that was read: its SHA-256 is the same.",
      dataNo: "Not a document that was read: its SHA-256 is another.",
      dataShut: "Your own copy can be checked where this page comes by https or from a file."
    },
    [
      h("label", [
        "Check it in your own copy of ",
        h("b"),
        ": drop the file here, or choose it.",
        h("input", {type: "file"})
      ]),
      h("p", {role: "status"})
    ]
  ),
  h("p", {ariaLive: "polite"}, [h("a.pl-link", "Link to this card")])
]);
