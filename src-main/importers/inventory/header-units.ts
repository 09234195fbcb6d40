import { list } from '../cells/phrases';

/**
 * Parts of an organisation from the whole to the smallest; the two highest that are there make the unit. In a level the better
 * header stands first: a name in full before its abbreviation, since other files write it out.
 */
export const UNIT_LEVELS: readonly (readonly string[])[] = [
  list(`company, organisation, organization, legal entity, group company, publishing body, publishing organisation, publishing
    organization, publisher, government organization, government organisation, institution, organisation name, organization name, municipality, city, Unternehmen, Gesellschaft,
    Behörde, Einrichtung, Organisationseinheit, Kommune, organisme, entité, collectivité, administration responsable, administration,
    établissement, organisatie, naam organisatie, gemeente, lead organisation name, lead organization name, lead organisation, lead organization, organismo, entidad, empresa, ente, azienda, amministrazione, órgão,
    instituição, entidade, Virksomhet, Virksomhed, Organisasjon, Myndighed, Myndighet, Kommun, Organisaatio,
    jednostka, instytucja, urząd, organ`),
  list(`business unit, line of business, lob, business line, business area, unit, Geschäftsbereich, Geschäftseinheit, Sparte,
    Geschäftsfeld, unité, unité métier, bedrijfsonderdeel, unidad de negocio, unidad, unità, unidade`),
  list(`department name, department, agency department, department agency, ministry, Ministerium, Ressort, ministère, ministerie,
    ministerio, ministero, ministério, Dezernat, ministerstwo`),
  list('mission area'),
  list('agency name, agency, directorate, Direktion, direction, directie, dirección, direzione, agence, agencia'),
  list(
    'division, Bereich, Fachbereich, Hauptabteilung, división, divisione, afdeling, avdeling, avdelning, wydział, departament, departamento, dipartimento, département',
  ),
  list(`bureau name, bureau, component, bureau component, component bureau, bureau or component, agency bureau, sub agency,
    subagency, operating division, bureau component office, bureau department, Abteilung, Amt, Fachabteilung, sous-direction`),
  list(
    'office, sponsoring office, responsible office, admin or staff office, va admin or staff office, sub division, Referat, Dienststelle, ufficio, service responsable, dienst',
  ),
  list('team, Mannschaft, équipe, equipo, equipe, gruppo'),
];
