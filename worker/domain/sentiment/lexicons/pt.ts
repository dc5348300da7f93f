import type { Words } from '../words.ts'

export const pt: Words = {
  love: `amamos amei amo encant espectac espetac excepcional incrív lind* maravilh melhores óptim ótim* parabéns a_melhor
    o_melhor`,
  good: `agradáv agrade bel* bem boa boas bom bonit bons comprarei confia content cuidados cumpr custo-benefício económic
    fáceis fácil feliz gentil gost* grátis gratuit macia macio obrigad pontual prestáv rápid resistent simples útil valeu
    correu_tudo_bem de_qualidade dentro_do_prazo nada_mal nada_mau que_eu_procurava vale_a_pena voltarei_a`,
  mild: `adequad ajud* barat clar* correct corret exactamente exatamente funcion limp* melhor. resolv segur serve serviu
    a_tempo no_prazo`,
  poor: `atras cara caras caro caros demor desconfort deveria devolver devolvi difíceis difícil esper estranh falt* fraca fraco
    infelizmente lamentavelmente lent* mancha pena pesad pica tarde deixa_a_desejar poderia_ser podia_ser tamanho_pequen*`,
  bad: `=má =más arrepend bloque chatead cheiro defeituos demorad desagradáv desapont descontent desrespeit engan errad esquec
    estrag eternidade feia feio impossív mal mau maus mentir partid partiu perd* quebr rasg* recus ruim ruins suja sujo trav*
    cheira_mal nada_a_ver nunca_chegou nunca_mais`,
  awful: 'absurd burla golpe inaceitáv lamentáv lixo merda odei* pesadelo péssim pior piores porcaria roubo vergonh',
  trouble: 'defeito dificuldade falha inconvenient queix',
  due: 'atend chega chegou correspond dur* entreg envi* parece receb reembols respond respost vale',
  measure: `alt* baix* car* clar* complicad compri curt* escur estreit fin* grande gross justa justo larg* lent* long* pequen
    pesad tarde`,
  too: 'demais demasiada demasiadas demasiado demasiados',
  plain: `aceitáv* gostaria mediana mediano razoáv* regular boa_noite boa_tarde bom_dia mais_ou_menos não_só nem_bom_nem_mau
    nem_bom_nem_ruim`,
  not: 'jamais nada não nem nenhum nenhuma ninguém nunca sem',
  very: 'absolutamente bastante completamente extremamente mesmo muita muito realmente super tão totalmente',
  bit: 'algo pouco quase',
  but: 'apesar contudo embora entanto exceto infelizmente mas pena porém',
}
