/** The page's filters. Without it the page shows everything. What is left without content by them is hidden too. */
export const pageScript = `
const form=document.querySelector('.filters');
form.hidden=false;
const pairs=[...document.querySelectorAll('.pair:not(.head)')];
const cards=[...document.querySelectorAll('.finding')];
const count=form.querySelector('output');
const unitsOf=(element)=>JSON.parse(element.dataset.units);
const holds=(element,what)=>element.querySelector(what+':not([hidden])')!==null;
function apply(){
  const data=new FormData(form);
  const rule=data.get('rule'),unit=data.get('unit'),severities=data.getAll('severity');
  for(const card of cards)
    card.hidden=(rule!==''&&card.dataset.rule!==rule)||!severities.includes(card.dataset.severity)||(unit!==''&&!unitsOf(card).includes(unit));
  const narrowed=data.has('only')||rule!==''||severities.length<3;
  for(const pair of pairs)
    pair.hidden=(unit!==''&&!unitsOf(pair).includes(unit))||(narrowed&&!holds(pair,'.finding'));
  for(const part of document.querySelectorAll('.elsewhere'))part.hidden=!holds(part,'.finding');
  for(const part of document.querySelectorAll('.pairs'))part.hidden=!holds(part,'.pair:not(.head)');
  for(const part of document.querySelectorAll('main>section'))
    part.hidden=part.classList.contains('clean')?narrowed||unit!=='':!holds(part,'.elsewhere')&&!holds(part,'.pairs');
  for(const link of document.querySelectorAll('nav li'))
    link.hidden=document.getElementById(link.dataset.section).hidden;
  count.value=cards.filter((card)=>!card.hidden).length+' / '+cards.length;
}
form.addEventListener('change',apply);
form.addEventListener('reset',()=>setTimeout(apply));
form.addEventListener('submit',(event)=>event.preventDefault());
apply();
`;
