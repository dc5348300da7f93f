/** Comments written for this project, judged by hand: p positive, n negative, u neutral, m mixed. */
export const es = `
p Unos zapatos estupendos, me quedan perfectos.
p Envío rapidísimo, ¡muchas gracias!
p Nada mal, volveré a comprar.
p Ningún problema, todo fue genial.
p Comprar fue fácil y rápido.
p No tengo ninguna queja, buena relación calidad-precio.
p Vuestro equipo resolvió mi devolución en minutos, excelente atención.
p A mi hija le encanta el vestido.
p La mejor tienda online que he usado en años
p Estoy encantada con la chaqueta
p Llegó un día antes y muy bien embalado.
p Justo lo que buscaba 👍
p Una tela preciosa, muy suave. Repetiré seguro.
p Muy contenta con la calidad
p Todo perfecto, lo recomiendo
n El paquete llegó dos semanas tarde y nadie contestó a mis correos.
n La cremallera se rompió a los tres días.
n No vale lo que cuesta.
n Demasiado pequeño, tuve que devolverlo.
n No funciona.
n No estoy nada satisfecho con el servicio
n Una experiencia horrible, ¡nunca más!
n El color no se parece en nada a la foto. Decepcionada.
n Vuestra web se cuelga siempre al pagar.
n Sigo esperando el reembolso desde hace un mes...
n El repartidor tiró la caja por encima de la valla y el jarrón llegó roto.
n Mal acabado, tela de mala calidad
n No se lo recomiendo a nadie.
n Mi pedido nunca llegó.
n Los gastos de envío son un robo 😡
n Huele fatal y la tela pica.
u Pedí dos camisas y un cinturón el lunes.
u Está bien, sin más.
u Normal, ni bueno ni malo.
u Era un regalo para mi hermano.
u ¿Lo tienen también en azul?
u Dejaron el paquete con el vecino del número 12.
u Soy cliente desde 2019.
u Es una chaqueta con dos bolsillos.
m Zapatos bonitos pero la entrega tardó una eternidad.
m La calidad es excelente, sin embargo la talla no corresponde para nada.
m Me encanta el color, odio el corte.
m Buenos precios, pero el servicio de atención es pésimo.
m Un vestido precioso. Por desgracia venía con una mancha.
m Personal amable, aunque la página es una pesadilla.
m Llegó a tiempo pero una de las copas estaba rota
`
