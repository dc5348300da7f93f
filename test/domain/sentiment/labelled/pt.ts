/** Comments written for this project, judged by hand: p positive, n negative, u neutral, m mixed. */
export const pt = `
p Sapatos maravilhosos, servem perfeitamente.
p Entrega super rápida, muito obrigada!
p Nada mau, vou comprar de novo.
p Nenhum problema, correu tudo bem.
p Comprar foi fácil e rápido.
p Não tenho nada a reclamar, ótimo custo-benefício.
p A vossa equipa resolveu a minha devolução em minutos, excelente.
p A minha filha adora o vestido.
p A melhor loja online que usei em anos
p Estou muito feliz com o casaco
p Chegou um dia antes e bem embalado.
p Exatamente o que eu procurava 👍
p Tecido lindo, muito macio. Recomendo.
p Muito satisfeita com a qualidade
p Amei, produto de qualidade
n A encomenda chegou duas semanas atrasada e ninguém respondeu aos meus e-mails.
n O fecho partiu-se ao fim de três dias.
n Não vale o dinheiro.
n Demasiado pequeno, tive de devolver.
n Não funciona.
n Não estou nada satisfeito com o serviço
n Péssima experiência, nunca mais!
n A cor não tem nada a ver com a foto. Decepcionada.
n O site trava sempre na hora de pagar.
n Continuo à espera do reembolso há um mês...
n O entregador jogou a caixa por cima do muro e o vaso veio quebrado.
n Mau acabamento, material de má qualidade
n Não recomendo esta loja a ninguém.
n O meu pedido nunca chegou.
n Os portes de envio são um roubo 😡
n Cheira mal e o tecido pica.
u Comprei duas camisas e um cinto na segunda-feira.
u É razoável.
u Mediano, nem bom nem mau.
u Era um presente para o meu irmão.
u Têm também em azul?
u A encomenda ficou com o vizinho do número 12.
u Sou cliente desde 2019.
u É um casaco com dois bolsos.
m Sapatos bonitos, mas a entrega demorou uma eternidade.
m A qualidade é excelente, porém o tamanho veio completamente errado.
m Adoro a cor, odeio o corte.
m Bons preços, mas o atendimento é péssimo.
m Vestido lindo. Infelizmente veio com uma mancha.
m Funcionários simpáticos, no entanto o site é um pesadelo.
m Chegou a tempo mas um dos copos estava partido
`
