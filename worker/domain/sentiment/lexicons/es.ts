import type { Words } from '../words.ts'

export const es: Words = {
  love: `encanta encantó espectacular estupend excepcional impresion increíbl inmejorable maravill mejores preciosa precioso
    el_mejor la_mejor`,
  good: `aciert agradab agradec amab* bien bonit buen buena buenísim bueno calidad-precio cómod confia content cumpl disfrut
    fácil felic feliz fiab* gracias gratis gusta gustó lind* lujo pront puntual rápid repetir repito sencill suave útil*
    buena_calidad de_calidad lo_que_buscaba lo_que_esperaba merece_la_pena nada_mal vale_la_pena volveré_a volvería_a`,
  mild: 'adecuad ayud* barat clar* correct exact funciona limpi mejor. razonab resolv resuelto segur sirve solucion a_tiempo',
  poor: `cara caras caro caros debería demor desgraciadamente devolver devuelto difícil esper falta incómod lamentablemente
    lástima lent* mancha mejorable pesad pica retras tard* deja_que_desear no_tan podría_mejorar podría_ser queda_grande
    queda_pequeñ*`,
  bad: `agujero arrepent bloque cuelga dañad desagradab descontent destroz enfad engañ equivocad estropea etern excusas fall*
    fea feo huele imposible incorrect mal mala malas maleducad malo malos mentira molest olvid perd* rechaz rompi rot* suci*
    dejó_de nada_que_ver nunca_llegó nunca_más`,
  awful: `asco asqueros basura estaf fatal inacept ladron lamentab mierda peor peores pesadilla pésim robo timo vergonz
    vergüenza de_lo_peor`,
  trouble: 'dificultad incidencia inconvenient queja',
  due: 'contest corresponde dur* entreg envi* funcion llega llegó parec recib reembols respond respuesta sirv* vale',
  measure: `ajustad alt* anch* apretad baj* car* clar* complicad cort* estrech fin* grande gruess larg* lent* oscur pequeñ
    pesad tarde`,
  too: 'demasiada demasiadas demasiado demasiados',
  plain: `aceptab* regular buenas_tardes buenos_días está_bien_sin_más me_gustaría nada_especial ni_bien_ni_mal
    ni_bueno_ni_malo no_solo sin_más`,
  not: 'apenas jamás nada nadie ni ningún ninguna ninguno no nunca sin tampoco',
  very: 'absolutamente bastante completamente especialmente muchísimo mucho muy realmente super tan totalmente',
  bit: 'algo casi poco',
  but: 'aunque cambio desgracia desgraciadamente embargo excepto lamentablemente obstante pero pesar',
}
