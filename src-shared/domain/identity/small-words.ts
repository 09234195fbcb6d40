/** Words that carry no subject, in the languages that inventories were seen in; folded. */
const WORDS = `
a an and as at by for from in into is of on or our that the their this to using via with within
am auf aus bei das dem den der des die ein eine einer eines fur im mit nach oder uber und vom von vor zu zum zur
au aux avec ce ces d dans de des du en et l la le les leur ou par pour sur un une
con del el en las los para por que se su sus un una y
al alla da dei del della delle di e gli i il lo nel per su tra una
ao com da das do dos e em na nas no nos o os para
aan bij een het met naar op te uit van voor
`;

export const SMALL_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));
