import type { Words } from '../words.ts'

export const en: Words = {
  love: `amaz* awesome beautiful best brilliant delight exceptional flawless gorgeous impress incredib love* outstanding
    stunning terrific thrilled wonderful 5_stars blown_away can_not_fault could_not_be_better could_not_be_happier
    five_stars highly_recommend* must_have spot_on top_notch`,
  good: `appreciat comfy compliment convenien cosy cozy cute easier easily easy enjoy fast faster flatter free friendly fun
    generous genuine glad good grateful great handy happily happy helpful kind liked likes luxur nice nicely pleas polite
    pretty prompt quick reliab seamless smooth soft sturdy stylish thank trust useful warm as_described as_expected buy_again
    can_not_complain good_value i_like i_liked like_it no_time order_again really_like we_like well_made
    well_packed well_worth will_buy_again worth_it worth_the`,
  mild: `affordable better clean clear correct decent fair fine fits improv light. reasonabl resolved safe* secure simple
    simply solved sound. well worked works in_time on_time true_to_size`,
  poor: `cheaply delay difficult expensive hard heavy huge itchy lack* late limited miss missing overpriced pric* returned
    returning sadly scratch shrank shrunk slow slower slowly stain stiff strange thin tight unfortunately wait waited waiting
    wish cheap_quality could_be_better had_to_return have_to_return look_cheap not_as return_it runs_big runs_large runs_small
    see_through send_back sent_back smaller_than supposed_to too_much`,
  bad: `angry annoy avoid bad badly break broke crack damag dirty disappoint dissatisf excuses fade* fail* fault forever freez hole
    holes impossible incorrect leak* lost mislead poor poorly refus regret reject rip ripped rude smash smell stink tore torn
    ugly unable unanswered uncomfort unfriendly unhappy unhelpful unprofession unreliab unsatisf unusable upset useless wast*
    wrong came_off fell_apart let_down never_again not_worth nothing_like`,
  awful: `awful crap* disgrac disgust garbage hate* joke junk liars nightmare rubbish stolen sucks trash unaccept worst
    worthless 1_star do_not_buy never_buy rip_off stay_away waste_of`,
  trouble: 'complain concern downside flaw* hassle issue mistake trouble worr*',
  due: `answer arriv came come deliver fit help helped last load* match open receiv refund repl* respond ship* stay work
    working`,
  measure: `big cold complicated dark expensive heavy high hot large late light. long loose low narrow short slow small stiff
    thick thin tight wide`,
  too: 'too',
  plain: `average mediocre so-so as_well can_not_wait feels_like kind_of look_like looks_like neither_good_nor_bad
    not_only not_sure nothing_special would_like`,
  not: 'neither never no nobody none nor not nothing without',
  very: 'absolutely completely extremely far much really so such totally very way',
  bit: 'almost bit fairly little quite slightly somewhat',
  but: 'although but except however sadly though unfortunately yet',
}
