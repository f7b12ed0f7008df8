/**
 * Ordinary English words: the most frequent ones of spoken English, and those of meetings. None is taken for a misheard
 * name, and a name that is one counts only where something else shows that somebody is meant.
 */
const words = `
a able about above act actually add after again against ago agree agreed ahead air all almost alone along already
also although always am among an and another answer any anybody anyone anything anyway are area around as ask at
away back bad be bear because become been before began begin behind being believe best better between big bit
board body book both bring brought budget build bug business but buy by call called came can cancel card care case
chance change chat check city clear clearly client close code come coming common company complete control copy cost could
country couple course cover customer cut data date day days deal decide decided deep design did different difficult do
does doing done door down draft draw drive drop during each early easy either else email end enough even evening event ever
every everybody everyone everything exactly example face fact fall far fast feel few file final finally find fine
finish first five fix follow for forget form forward found four free friday friend from front full fun future game gave
general get give given go goal goes going gone good got great group guess had half hand happen happy hard has have he
head hear heard hello help her here hey hi high him himself his hold home hope hour hours house how however i idea
if important in inside interest into is issue it its itself january job join june july just keep kept kind knew know known
large last late later launch law lead learn least leave left less let letter level life light like likely line list
listen little live long look lot love low made mail main make man many march mark market matter may maybe me mean
meet meeting memo mention men might mind mine minute minutes miss moment monday money month more morning most move much must my
myself name near need never nevertheless new news next nice nine no nobody none noon nor not note nothing notice november now number
of off offer office often oh ok okay old on once one only onto open option or order other our out over own page
paid paper part party past pay people per perhaps person phone pick piece place plan play please point possible pretty
price private probably problem product project proper public push put quarter question quick quickly quiet quite rather read
ready real really reason record refund release remember remind remote remove report rest result review right room round run said
same sat save saw say says school screen second see seem seems seen send sense sent service set seven several shall
share she short should show side sign simple since sir sit six small so some somebody someone something sometimes
soon sorry sort sound speak start state stay still stop story such sunday support sure system table take taken talk task
team tell ten term test than thank thanks that the their them then there these they thing things think third this
those though thought three through thursday time to today together told tomorrow tonight too took top total toward
town trade travel tried true try tuesday turn two type under until up update upon us use used user usually very view voice
wait walk want was watch water way we wednesday week weeks well went were what whatever when where whether which while
white who whole whom whose why will wish with within without woman wonder word words work world worry would write wrong year yes
yesterday yet you young your yourself
`;

const ordinary = new Set(words.split(/\s+/).filter((word) => word !== ''));

/** `word` in small letters. */
export function isOrdinaryWord(word: string): boolean {
  return ordinary.has(word);
}
