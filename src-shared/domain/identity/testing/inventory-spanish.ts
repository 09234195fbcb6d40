import { type InventedInventory, model } from './invented-inventory';

export const SPANISH: InventedInventory = {
  language: 'Spanish',
  before: [
    model(
      'Clasificador de reclamaciones',
      'Aseguradora / Siniestros',
      'Asigna cada reclamación al equipo que debe tramitarla según su texto.',
    ),
    model(
      'Predicción de impago hipotecario',
      'Banco / Riesgos',
      'Calcula la probabilidad de que un préstamo hipotecario deje de pagarse en un año.',
    ),
    model(
      'Predicción de impago de tarjetas',
      'Banco / Riesgos',
      'Anticipa qué titulares de tarjeta dejarán de abonar su recibo mensual.',
    ),
    model(
      'Asistente virtual Lola',
      'Banco / Canales',
      'Atiende por chat consultas sobre cuentas, tarjetas y transferencias.',
    ),
    model(
      'Detección de anomalías en contadores',
      'Eléctrica / Distribución',
      'Señala contadores cuyo consumo hace sospechar una manipulación o un fraude.',
    ),
    model(
      'Previsión eólica',
      'Eléctrica / Generación',
      'Estima la producción de cada parque eólico para las próximas cuarenta y ocho horas.',
    ),
    model(
      'Optimización de rutas de reparto',
      'Correos / Logística',
      'Ordena las entregas de cada furgoneta para recorrer menos kilómetros.',
    ),
    model(
      'Lectura de direcciones manuscritas',
      'Correos / Tratamiento',
      'Reconoce la dirección escrita a mano en sobres y postales.',
    ),
    model(
      'Triaje telefónico',
      'Sanidad / Emergencias',
      'Sugiere la prioridad de cada llamada a partir de lo que cuenta el paciente.',
    ),
  ],
  after: [
    model(
      'Clasificación automática de reclamaciones',
      'Aseguradora / Siniestros',
      'Asigna cada reclamación al equipo que debe tramitarla según su texto.',
    ),
    model(
      'Prediccion de impago hipotecario v2',
      'Banco / Riesgos',
      'Modelo de probabilidad de incumplimiento para la cartera hipotecaria minorista.',
    ),
    model(
      'Predicción de impago de pymes',
      'Banco / Riesgos',
      'Valora la solvencia de pequeñas empresas a partir de sus movimientos bancarios.',
    ),
    model('Lola', 'Banco / Canales', 'Atiende por chat consultas sobre cuentas, tarjetas y transferencias.'),
    model(
      'Detección de anomalías en contadores de gas',
      'Eléctrica / Gas',
      'Compara lecturas remotas con el consumo histórico de viviendas.',
    ),
    model(
      'Previsión de la producción eólica',
      'Eléctrica / Generación',
      'Estima la producción de cada parque eólico para las próximas cuarenta y ocho horas.',
    ),
    model(
      'Optimizador de rutas (antes: Optimización de rutas de reparto)',
      'Correos / Logística',
      'Planifica el reparto diario.',
    ),
    model(
      'Lectura de direcciones manuscritas',
      'Correos / Tratamiento',
      'Reconoce la dirección escrita a mano en sobres y postales.',
    ),
    model(
      'Previsión solar',
      'Eléctrica / Renovables',
      'Calcula la generación fotovoltaica según la nubosidad prevista.',
    ),
  ],
  same: [
    ['Clasificador de reclamaciones', 'Clasificación automática de reclamaciones'],
    ['Predicción de impago hipotecario', 'Prediccion de impago hipotecario v2'],
    ['Asistente virtual Lola', 'Lola'],
    ['Previsión eólica', 'Previsión de la producción eólica'],
    ['Optimización de rutas de reparto', 'Optimizador de rutas (antes: Optimización de rutas de reparto)'],
  ],
};
