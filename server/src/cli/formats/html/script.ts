/** The page's filters. Without it the page shows everything. */
export const pageScript = `
const form=document.querySelector('.filters');
form.hidden=false;
const pairs=[...document.querySelectorAll('.pair:not(.head)')];
const cards=[...document.querySelectorAll('.finding')];
const unitsOf=(element)=>JSON.parse(element.dataset.units);
function apply(){
  const data=new FormData(form);
  const rule=data.get('rule'),unit=data.get('unit'),severities=data.getAll('severity');
  for(const card of cards)
    card.hidden=(rule!==''&&card.dataset.rule!==rule)||!severities.includes(card.dataset.severity)||(unit!==''&&!unitsOf(card).includes(unit));
  const narrowed=data.has('only')||rule!==''||severities.length<3;
  for(const pair of pairs){
    const shown=pair.querySelector('.finding:not([hidden])')!==null;
    pair.hidden=(unit!==''&&!unitsOf(pair).includes(unit))||(narrowed&&!shown);
  }
}
form.addEventListener('change',apply);
form.addEventListener('submit',(event)=>event.preventDefault());
`;
