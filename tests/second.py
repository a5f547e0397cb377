#!/usr/bin/env python3
"""A second implementation of the rules by which `rekenkamer` scores audits.

Written from the documents alone, without sight of the program's own code. It makes random frameworks and
audits, scores them by the rules below, lets the program score the same files (JSON, which is YAML too, in a
temporary folder), and compares every field that the rules decide. All arithmetic is on exact fractions.

    python3 second.py PROGRAM CASES SEED

prints what was compared and how many cases reached which state. Where the two differ it prints the smallest
case of each kind, and exits with status 1.
"""
import collections, itertools, json, os, random, subprocess, sys, tempfile
from fractions import Fraction
PERIOD_END, TESTIMONY = '2026-03-31', {'interview': 'testimony', 'group-session': 'testimony'}
YES, NO, UNKNOWN, NOT_APPLICABLE = 'ja', 'nee', 'onbekend', 'niet-van-toepassing'
MET, BROKEN, UNCLEAR, NOT_YET = 'nageleefd', 'niet-nageleefd', 'niet-vast-te-stellen', 'geldt-nog-niet'
STUDIED, OPEN, NOT_STUDIED, TO_DO = 'onderzocht', 'niet-te-beoordelen', 'niet-onderzocht', 'nog-in-te-vullen'
OWN = {'smal': 'narrow', 'redelijk': 'moderate', 'sterk': 'strong'}
READY = {'twee': 'voldoet niet', 'drie': 'voldoet deels niet', 'vier': 'voldoet grotendeels deels niet',
         'vijf': 'goed voldoende matig onvoldoende slecht'}
class Refused(Exception):
    """The program should refuse the case."""
def allow(condition, code):
    if not condition:
            raise Refused(code)
def origins(code, book):
    parents = book[code].get('derived-from', [])
    return set().union(*(origins(p, book) for p in parents)) if parents else {code}
def kind_of(code, book):
    """The kind of its origins: testimony where one of them is, else the first of three."""
    kinds = {TESTIMONY.get(book[origin]['kind'], book[origin]['kind']) for origin in origins(code, book)}
    return next(k for k in ('testimony', 'document', 'observation', 'data') if k in kinds)
def strength(findings, book):
    """3 strong, 2 moderate, 1 narrow, 0 nothing: of the pooled sources that support."""
    codes = sorted({e['source'] for f in findings for e in f['evidence'] if e['stance'] == 'supports'})
    enough = any(TESTIMONY.get(book[c]['kind']) and book[c].get('count', 1) >= 5 or book[c].get('complete')
                 for code in codes for c in (*origins(code, book), code))
    independent = [{kind_of(one, book), kind_of(two, book)} for one, two in itertools.combinations(codes, 2)
                   if not origins(one, book) & origins(two, book)]
    return max([min(1, len(codes)), 2 * enough] + [3 if len(k) == 2 else 1 if k == {'testimony'} else 2 for k in independent])

def scale_of(framework):
    """The ids of the levels, from low to high."""
    return list(READY[s].split() if isinstance(s := framework.get('scale', 'vier'), str) else s)[::-1]
def number_of(finding):
    """The exact number of a finding, and its order among equal ones; None without a number."""
    if 'count' in finding:                                  # counts come first, the fewest of them first
        return Fraction(100 * finding['count'], finding['of']), 0, finding['of'], finding.get('population', 1e12)
    return (Fraction(finding['value']), 1, len(finding['value']), 0) if 'value' in finding else None
def given(finding):
    """The same as a scorecard gives it."""
    counts = {key: finding[key] for key in ('count', 'of', 'population') if key in finding}
    return counts or finding['value']
def sound(norm, finding):
    """Refuses a number that cannot be."""
    counts, part = 'count' in finding, norm.get('measure', {}).get('unit') == '%'
    allow(not counts or part and 'value' not in finding, 'R302')
    allow(not counts or 0 <= finding['count'] <= finding['of'] <= finding.get('population', 1e12), 'R125')
    allow(not counts or finding['of'] > 0, 'R125')
    allow(counts or not part or Fraction(finding.get('value', 0)) <= 100, 'R125')
def measured(norm, scale, finding):
    """The level that a finding gives on a norm without checklist, or None."""
    if not number_of(finding):
        return scale.index(finding['level']) if 'level' in finding else None
    value, sign = number_of(finding)[0], -1 if norm['measure'].get('better') == 'lower' else 1
    bounds = [Fraction(norm['levels'][level]['threshold']) for level in scale[1:]]
    return max([0] + [rank for rank, bound in enumerate(bounds, 1) if sign * value >= sign * bound])
def median(levels):
    """Of (rank, weight): weighted, a tie to the lower."""
    half = Fraction(sum(w for _, w in levels), 2)
    return min((rank for rank, _ in levels if sum(w for r, w in levels if r <= rank) >= half), default=None)

def votes(each, book):
    """Of (finding, rank): (rank, strength), where findings of one level that share an origin are one."""
    groups = []
    for finding, rank in each:
        roots = set().union(*(origins(e['source'], book) for e in finding['evidence'] if e['stance'] == 'supports'))
        same = [g for g in groups if g[0] == rank and g[1] & roots]
        groups = [g for g in groups if g not in same]
        groups.append((rank, roots.union(*(g[1] for g in same)), [finding] + [f for g in same for f in g[2]]))
    return [(rank, strength(findings, book)) for rank, _, findings in groups]

class Checklist:
    """The answers of several findings, pooled by point."""
    def __init__(self, norm, scale, findings, book):
        self.levels, self.points = [norm['levels'][l] for l in scale], list(norm['measure']['points'])
        self.findings, self.pooled = [f for f in findings if 'points' in f], {}
        self.given = {p: {f['points'].get(p, UNKNOWN) for f in self.findings} - {UNKNOWN} for p in self.points}
        self.contested = {p for p in self.points if {YES, NO} <= self.given[p]}
        self.broken = any(NO in given and YES not in given for given in self.given.values())
        for p in self.points:
            weights = votes([(f, f['points'].get(p)) for f in self.findings if f['points'].get(p) in (YES, NO)], book)
            yes, no = (sum(weight for answer, weight in weights if answer == a) for a in (YES, NO))
            self.pooled.update({p: YES if yes > no else NO} if yes or no else {})
    def between(self, answers):
        """The highest level of which everything is met, with all unknown points at no and at yes."""
        yes = {p for p in answers if answers[p] == YES}
        return tuple(max(rank for rank, level in enumerate(self.levels)
                         if set(level.get('requires', [])) <= met and len(met) >= level.get('at-least', 0))
                     for met in (yes, yes | set(self.points) - set(answers)))
    def own(self):
        """Of each finding its level (lowest, highest): its answers beside the uncontested ones."""
        beside = {p: a for p, a in self.pooled.items() if p not in self.contested}
        own = [(f, {p: a for p, a in f['points'].items() if a in (YES, NO)}) for f in self.findings]
        return [(f, self.between({**beside, **answers})) for f, answers in own if answers]
    def duty(self, resolved, top):
        """The level of a legal duty: top, 0, or None where it is not established."""
        if self.broken or resolved and any(self.pooled[p] == NO for p in self.contested):
            return 0
        unknown = not all(self.given.values()) or not self.pooled       # also where no point applies
        return None if unknown or self.contested and not resolved else top

def judge(norm, entry, scale, book):
    """The judgement of a norm as on a scorecard, its level, the bounds of that, and its number."""
    duty, top, pool = norm.get('legal-duty', False), len(scale) - 1, None
    resolution, overrule, status = entry.get('resolution'), entry.get('overrule'), entry['status']
    not_yet = norm.get('holds-from', '') > PERIOD_END
    outcome = NOT_YET if not_yet else UNCLEAR if duty and status == OPEN else status
    result = {'criterion': norm['id'], 'weight': norm.get('weight', 1), 'legal-duty': duty, 'outcome': outcome,
              'derived': None, 'strength': None, 'conflict': None, 'overruled': False}
    if not_yet or status != STUDIED:
        allow(not_yet and status == STUDIED or not (resolution or overrule), 'no findings')
        return result, None, (0, top), None
    word = (lambda rank: MET if rank == top else BROKEN) if duty else (lambda rank: scale[rank])
    if norm.get('measure', {}).get('kind') == 'checklist':
        pool = Checklist(norm, scale, entry['findings'], book)
        each, bounds, giving = pool.own(), pool.between(pool.pooled), pool.findings
        counted = [f for f in giving if any(pool.pooled.get(p) == a for p, a in f['points'].items())]
        level = bounds[0] if bounds[0] == bounds[1] else None
    else:
        each = [(f, (r, r)) for f in entry['findings'] for r in [measured(norm, scale, f)] if r is not None]
        level = median(votes([(f, r[0]) for f, r in each], book))
        bounds, giving, counted = (level, level), [f for f, _ in each], [f for f, r in each if r[0] == level]
    allow(giving and all(f['evidence'] for f in entry['findings']), 'R3')
    low, high = min((r[1] for _, r in each), default=0), max((r[0] for _, r in each), default=0)
    shown = level                                           # a number that is shown is one of this level
    found, left_open = set(range(low, high + 1)), set(range(bounds[0], bounds[1] + 1) if pool else ())
    conflict = high - low >= (1 if top == 1 else 2)
    if duty and pool:
        conflict, level = bool(pool.contested) and not pool.broken, pool.duty(resolution, top)
        found = set(range(top + 1)) if conflict or level is None else set()
    elif duty:
        conflict = conflict and high == top
        found = {rank for rank in range(top + 1) if word(rank) in {word(rank) for rank in (low, high)}}
        level = None if conflict and not resolution else level
    if conflict:
        ends = (BROKEN, MET) if duty else (scale[low], scale[high])
        result['conflict'] = {'lowest': ends[0], 'highest': ends[1], 'resolved': bool(resolution)}
    allow(conflict or not resolution, 'R306')
    if resolution and 'level' in resolution:
        level = shown = scale.index(resolution['level'])
        allow(level in found, 'R320')
        if not pool:                                        # of a checklist the answers that counted before it
            counted = [f for f, r in each if r[0] == level] or giving
    result['derived'] = None if level is None else word(level)
    if overrule:
        own = scale.index(overrule['level'])
        allow(result['derived'] != word(own), 'R322')
        allow(not pool or pool.pooled, 'R307')
        allow(own in (left_open if pool and not duty else found), 'R323')
        level, result['overruled'] = own, True
    if level is None:                                       # nothing is possible where nothing was answered
        possible = {'possible': [scale[bound] for bound in bounds]} if not duty and pool.pooled else {}
        return {**result, 'outcome': UNCLEAR if duty else OPEN, **possible}, None, bounds, None
    result['outcome'], result['strength'] = word(level), [None, 'narrow', 'moderate', 'strong'][strength(counted, book)]
    weighed = OWN.get(entry.get('strength', {}).get('is'), result['strength'])
    if weighed != result['strength']:
        result.update({'derived-strength': result['strength'], 'strength': weighed})
    values = sorted((f for f, r in each if number_of(f) and r[0] == shown), key=number_of)
    middle = number_of(values[(len(values) - 1) // 2])[0] if values else None
    first = next((given(f) for f in values if number_of(f)[0] == middle), None)
    return result, level, (level, level), first
def percent(text):
    return Fraction(text.rstrip('%')) / 100
def verdict(judged, scale, thresholds):
    """Of (rank, weight): level, level by score, ceiling."""
    top, total = len(scale) - 1, sum(w for _, w in judged)
    score = Fraction(sum(r * w for r, w in judged), top * total)
    by_score = max([0] + [scale.index(l) for l, t in thresholds.items() if score >= percent(t)])
    quartile = next(q for q in range(top + 1) if 4 * sum(w for r, w in judged if r <= q) >= total)
    level = min(by_score, quartile + 1, top - any(r == 0 for r, _ in judged))
    ceiling = {'quartile': scale[quartile]} if level == quartile + 1 else 'failing'     # the quartile at a tie
    return level, by_score, ceiling if level < by_score else None
def is_chosen(code, item):
    return code in item.get('criteria', [code]) and code not in item.get('without', [])

def score(framework, item, entries, book):
    """The scorecard of a framework, and the numbers that decided a level."""
    scale, norms = scale_of(framework), framework['criteria']
    top, item = len(scale) - 1, item if isinstance(item, dict) else {}
    chosen, written = [n for n in norms if is_chosen(n['id'], item)], {e['id']: e for e in entries}
    allow(set(written) <= {n['id'] for n in chosen}, 'not chosen')
    for norm in chosen:                                     # told before anything is judged
        for finding in written.get(norm['id'], {}).get('findings', []):
            sound(norm, finding)
    every = [(n, *judge(n, written.get(n['id'], item.get('rest', {'status': TO_DO})), scale, book)) for n in chosen]
    plain = [e for e in every if not e[1]['legal-duty']]
    outcomes = collections.Counter(j['outcome'] for _, j, *_ in plain)
    laws = collections.Counter(j['outcome'] for _, j, *_ in every if j['legal-duty'])
    applicable = [(j['weight'], level, bounds) for _, j, level, bounds, _ in plain
                  if j['outcome'] not in (NOT_APPLICABLE, NOT_YET)]
    judged = [(level, w) for w, level, _ in applicable if level is not None]
    total, weight, points = sum(w for w, *_ in applicable), sum(w for _, w in judged), sum(r * w for r, w in judged)
    counts = {'total': len(plain), 'levels': {l: outcomes[l] for l in scale}, 'not-assessable': outcomes[OPEN],
              'not-studied': outcomes[NOT_STUDIED], 'to-do': outcomes[TO_DO],
              'not-applicable': outcomes[NOT_APPLICABLE], 'not-yet-in-force': outcomes[NOT_YET],
              'duties': {'total': sum(laws.values()), 'complied': laws[MET], 'breached': laws[BROKEN],
                         'unknown': laws[UNCLEAR] + laws[NOT_STUDIED] + laws[TO_DO]}}
    rule = framework.get('verdict', 'none')
    card = {'scale': scale[::-1], 'available': len(norms), 'rule': rule, 'points': points, 'judged-weight': weight,
            'applicable-weight': total, 'coverage': Fraction(weight, total) if total else None, 'score': None,
            'lower': None, 'upper': None, 'range': None, 'counts': counts, 'judgements': [j for _, j, *_ in every]}
    numbers = [{'criterion': j['criterion'], 'given': v} for _, j, _, _, v in every if v is not None]
    if rule == 'none':
        return {**card, 'verdict': {'none': ['not-asked']}}, numbers
    if rule == 'judged':
        card['rule'] = {'judged': item.get('verdict', {}).get('level')}
        allow(plain or 'verdict' not in item, 'R246')
        none = {'none': ['not-given' if plain else 'nothing-applies']}
        return {**card, 'verdict': card['rule'] if card['rule']['judged'] else none}, numbers
    thresholds, minimum = rule['thresholds'], percent(rule['minimum-coverage'])
    card['rule'] = {'score': {'minimum-coverage': 100 * minimum,
                              'thresholds': {l: 100 * percent(t) for l, t in thresholds.items()}}}
    if not total:
        return {**card, 'verdict': {'none': ['nothing-applies']}}, numbers
    ends = [[(bounds[i], w) for w, _, bounds in applicable] for i in (0, 1)]
    card['score'] = Fraction(points, top * weight) if weight else None
    card['lower'], card['upper'] = (Fraction(sum(r * w for r, w in e), top * total) for e in ends)
    low, high = (verdict(e, scale, thresholds)[0] for e in ends)
    conflicts = [j['criterion'] for _, j, *_ in plain if j['conflict'] and not j['conflict']['resolved']]
    reasons = ['coverage'] * (card['coverage'] < minimum) + [{'conflict': conflicts}] * bool(conflicts)
    reasons += [{'open': [scale[low], scale[high]]}] * (high - low >= 2)
    card['verdict'] = {'none': reasons if weight else ['coverage']}
    if weight and not reasons:
        level, by_score, ceiling = verdict(judged, scale, thresholds)
        card['verdict'] = {'given': {'level': scale[level], 'by-score': scale[by_score], 'ceiling': ceiling}}
        card['range'] = [scale[low], scale[high]]
    return card, numbers

def tenths(number):
    return f'{number // 10}.{number % 10}' if number % 10 else str(number // 10)
def make_case(rng, number):
    scale = rng.choice(['twee'] + ['drie', 'vier', 'vier', 'vijf'] * 2)
    if rng.random() < .3:
        words = [f'woord {c}' for c in 'abcde'[:rng.choice([2, 3, 3, 4, 4, 5, 5])]]
        scale = words if rng.random() < .5 else {w.replace(' ', '-'): f'Betekenis {w}' for w in words}
    framework = {'id': f'k{number}', 'title': 'Kader', **({'scale': scale} if number % 2 or scale != 'vier' else {})}
    levels, calm = scale_of(framework), rng.random() < .75
    kind, bounds = rng.choice(['score'] * 14 + ['judged', 'judged', 'none', 'absent']), [1001]
    if kind == 'score' and len(levels) > 2:
        while any(t * (len(levels) - 1) > 1000 * (i + 1) for i, t in enumerate(bounds)):
            bounds = sorted(rng.sample(range(1, 1001), len(levels) - 1))
        framework['verdict'] = {'minimum-coverage': f'{rng.choice([0, 30, 50, 60, 60, 75, 100])}%',
                                'thresholds': {l: tenths(t) + '%' for l, t in zip(levels[1:], bounds)}}
    elif kind in ('judged', 'none'):
        framework['verdict'] = kind
    duties = rng.choice([0, .1, .1, .2, .4, rng.choice([0, 0, 1])])
    norms = [make_norm(rng, f'N{number}-{i + 1}', levels, duties) for i in range(rng.randint(1, 9))]
    framework['criteria'], item = norms, {'id': framework['id']}
    if len(norms) > 1 and rng.random() < .25:
        part = rng.sample([n['id'] for n in norms], rng.randint(1, len(norms) - 1))
        item.update({rng.choice(['criteria', 'without']): part, 'reason': 'Een keuze.'})
    if rng.random() < .25:
        item['rest'] = {'status': rng.choice([NOT_STUDIED, NOT_APPLICABLE]), 'reason': 'De rest.'}
    if kind == 'judged' and rng.random() < .7:
        item['verdict'] = {'level': rng.choice(levels), 'reason': 'Zo zien wij het.'}
    sources = []
    for i in range(rng.randint(2, 7)):
        kind = rng.choice(['document', 'document', 'interview', 'group-session', 'observation', 'data'])
        sources.append({'code': f'S{i}', 'kind': kind, 'title': 'Bron', 'date': '2025'})
        if i and rng.random() < .35:
            sources[i]['derived-from'] = [f'S{j}' for j in rng.sample(range(i), rng.randint(1, min(2, i)))]
        if rng.random() < .1:
            sources[i]['count'] = rng.randint(1, 20)        # counts from five conversations on
        if kind not in TESTIMONY and rng.random() < .05:
            sources[i]['complete'] = True
    book, favourite = {s['code']: s for s in sources}, rng.randrange(len(levels))
    entries = [make_entry(rng, norm, levels, book, calm, favourite) for norm in norms
               if rng.random() < ((.95 if calm else .8) if is_chosen(norm['id'], item) else .005)]
    numbers = [finding for entry in entries for finding in entry.get('findings', []) if number_of(finding)]
    if numbers and rng.random() < .03:
        spoil(rng, rng.choice(numbers))
    rng.shuffle(sources), rng.shuffle(entries)
    return {'name': f'c{number}', 'framework': framework, 'sources': sources, 'entries': entries,
            'item': item if len(item) > 1 or rng.random() < .5 else framework['id']}

def make_norm(rng, code, levels, duties):
    norm = {'id': code, 'norm': 'De norm.'}
    if rng.random() < .7:
        norm['weight'] = rng.choice([1, 1, 2, 3, rng.randint(1, 10)])
    if rng.random() < duties:
        norm.update({'legal-duty': True, 'holds-from': '2013-01-01', 'holds-from-reason': 'x', 'basis': [
            {'kind': 'law', 'reference': 'Wet', 'article': 'artikel 1', 'text-date': '2020'}]})
    if rng.random() < .03:
        norm.update({'holds-from': rng.choice(['2026-03-15', '2026-04-01', '2030-01-01']), 'holds-from-reason': 'x'})
    kind, asked = rng.choice(['assessed', 'assessed', 'checklist', 'quantity']), []
    if kind == 'quantity':
        better = rng.choice(['higher', 'lower'])
        bounds = sorted(rng.sample(range(1, 100), len(levels) - 1), reverse=better == 'lower')
        unit = rng.choice(['fte', '%'])
        norm['measure'] = {'kind': kind, 'quantity': 'Formatie', 'unit': unit, 'better': better}
        asked = [{'threshold': tenths(b) if unit == 'fte' else str(b)} for b in bounds]
    elif kind == 'checklist':
        points, requires, least = list('abcdef'[:rng.randint(1, 6)]), set(), 0
        norm['measure'] = {'kind': kind, 'points': {p: f'Punt {p}' for p in points}}
        while len(asked) < len(levels) - 1:                 # a higher level never asks less
            requires = requires | {p for p in points if rng.random() < .3}
            least = max(least, rng.randint(0, len(points)))
            if requires or least:
                asked.append({k: v for k, v in (('requires', sorted(requires)), ('at-least', least)) if v})
    if asked:
        norm['levels'] = {l: {'description': 'x', **a} for l, a in reversed(list(zip(levels, [{}] + asked)))}
    return norm

def make_entry(rng, norm, levels, book, calm, favourite):
    entry = {'id': norm['id'], 'status': STUDIED}
    if rng.random() > (.93 if calm else .7):
        entry['status'] = rng.choice([OPEN, NOT_STUDIED, NOT_APPLICABLE, TO_DO])
        entry.update({'reason': 'Daarom.'} if entry['status'] != TO_DO else {})
        return {**entry, 'overrule': {'level': levels[0], 'reason': 'Zo.'}} if rng.random() < .005 else entry
    entry['findings'] = [make_finding(rng, norm, levels, book, calm, favourite, i)
                         for i in range(rng.choice([1, 1, 1, 2, 2, 3, 4]))]
    if rng.random() < .06:
        entry['strength'] = {'is': rng.choice(list(OWN)), 'reason': 'Zo.'}
    for key in ('resolution', 'overrule'):
        base = judge(norm, entry, levels, book)[0]
        usual = .12 if key == 'overrule' else (.95 if calm else .5) if base['conflict'] else 0
        if base['outcome'] == NOT_YET or rng.random() > (usual or .005):
            continue
        trials, good, bad = [{'reason': 'Zo.', 'level': l} for l in levels], [], []
        for trial in trials + [{'reason': 'Zo.'}] * (key == 'resolution'):
            try:
                good.append(trial) if judge(norm, {**entry, key: trial}, levels, book) else None
            except Refused:
                bad.append(trial)
        if bad and rng.random() < (.02 if usual else 1):
            return {**entry, key: rng.choice(bad)}
        entry.update({key: rng.choice(good)} if good else {})
    return entry

def make_finding(rng, norm, levels, book, calm, favourite, i):
    evidence = [{'source': s, 'stance': 'contradicts' if rng.random() < .1 else 'supports'}
                for s in rng.sample(sorted(book), rng.randint(1, min(3, len(book))))]
    finding = {'id': f'B-{norm["id"]}-{i}', 'condition': 'Wij zagen dit.', 'evidence': evidence}
    if i and rng.random() < .1:
        return finding                                      # one without a level
    evidence[0]['stance'] = 'supports'
    width = 1 if rng.random() < (.85 if calm else .4) else len(levels)
    rank = rng.choice([r for r in range(len(levels)) if abs(r - favourite) <= width])
    measure = norm.get('measure', {}).get('kind', 'assessed')
    if measure == 'checklist':
        words = [YES] * (3 + 3 * favourite) + [NO] * 3 + [UNKNOWN] * (1 if calm else 3)
        words += [NOT_APPLICABLE] * 2 * norm.get('legal-duty', False)
        finding['points'] = {p: rng.choice(words) for p in norm['measure']['points'] if rng.random() < .8}
    elif measure == 'assessed' or rng.random() < .15:
        finding['level'] = levels[rank]
        finding.update({'level-reason': 'Het getal is niet bekend.'} if measure == 'quantity' else {})
    elif norm['measure']['unit'] == '%' and rng.random() < .8:
        finding.update(make_share(rng, int(norm['levels'][levels[max(rank, 1)]]['threshold'])))
    else:
        value = rng.choice([tenths(rng.randint(0, 100)), norm['levels'][levels[max(rank, 1)]]['threshold']])
        value = value + rng.choice(['', '', '0' if '.' in value else '.0'])
        finding.update({'value': value, 'unit': norm['measure']['unit']})
    return finding
def spoil(rng, finding):
    """Gives a number that cannot be, if its unit is a percentage."""
    wrong = {'value': '100.1'}
    if 'of' in finding:
        wrong.update({'count': finding['of'] + 1, 'population': finding['of'] - 1, 'of': 0})
    key = rng.choice(list(wrong))
    finding[key] = wrong[key]
def make_share(rng, threshold):
    """Counts, often at a threshold or just beside it, and often of a sample."""
    of = rng.choice([rng.randint(1, 12), rng.randint(1, 200), 20, 100])
    near = threshold * of // 100 + rng.choice([0, 0, 1, -1])
    share = {'count': rng.choice([rng.randint(0, of), min(of, max(0, near))]), 'of': of}
    return {**share, 'population': of + rng.choice([0, 1, rng.randint(1, 500)])} if rng.random() < .4 else share
def write(folder, case):
    place, code = f'{folder}/cases/{case["name"]}', case['framework']['id']
    study = {'title': 'Proef', 'commissioner': 'Wij', 'conducted': {'from': '2025-09', 'to': PERIOD_END[:7]},
             'date': '2026-11-29', 'status': 'concept', 'background': 'Daarom.', 'method': 'Zo.',
             'central-question': {'question': 'Hoe?', 'answer': 'Zo.'}}
    head = {'municipality': {'name': case['name']}, 'study': study, 'frameworks': [case['item']]}
    for path, content in ((f'{folder}/frameworks/{code}.yaml', case['framework']), (f'{place}/case.yaml', head),
                          (f'{place}/sources.yaml', {'sources': case['sources']}),
                          (f'{place}/findings/{code}.yaml', {'framework': code, 'criteria': case['entries']})):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(content, file)
def ask(program, cases):
    """The program's scorecards by case, or None; and its messages."""
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            write(folder, case)
        call = [program, '--lang', 'en', 'score', '--format', 'json'] + ['cases/' + c['name'] for c in cases]
        run = subprocess.run(call, cwd=folder, capture_output=True, text=True, encoding='utf-8')
    cards = json.loads(run.stdout if len(cases) > 1 else f'[{run.stdout}]') if run.returncode == 0 else None
    return cards and {card['case']: card for card in cards}, run.stderr
def differences(ours, theirs, path=''):
    """(path, ours, theirs) of each field that differs; counts the fields."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted(set(ours) | set(theirs)):
            yield from differences(ours.get(key, 'absent'), theirs.get(key, 'absent'), f'{path}/{key}')
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for one, two in zip(ours, theirs):
            yield from differences(one, two, path)
    else:
        differences.compared += 1
        exact = isinstance(ours, Fraction) and isinstance(theirs, str)
        if ours != (Fraction(theirs) if exact else theirs):
            yield path, str(ours), str(theirs)

def expected(case):
    try:
        return score(case['framework'], case['item'], case['entries'], {s['code']: s for s in case['sources']})
    except Refused as why:
        return str(why)
def held(case, cards, messages):
    """{path: (ours, theirs)} where we and the program differ on a case."""
    ours = expected(case)
    if isinstance(ours, str) or cards is None:
        ours = ours if isinstance(ours, str) else 'accepted'
        theirs = ' '.join(m for m in messages.split('\n') if m.startswith('error[')) if cards is None else 'accepted'
        agree = cards is None and ours != 'accepted' and (ours[0] != 'R' or ours in theirs)
        return {} if agree else {f'{ours}, {theirs[:11]}': (ours, theirs)}
    card = {k: cards[case['name']]['frameworks'][0].get(k, 'absent') for k in ours[0]}
    card['scale'] = [level for level, _ in card['scale']]
    return {p: (o, t) for p, o, t in differences(list(ours), [card, cards[case['name']]['quantities']])}
def kind_of_difference(case, answer):
    """The paths that differ, or nothing."""
    paths = held(case, *answer)
    return (', '.join(paths),) if paths else ()
def smaller(part):
    """Copies of a case with one thing less: a norm, an entry, a finding, a source, an answer."""
    for key in list(part) if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ():
        if isinstance(part, list) or key in (*'abcdef', 'resolution', 'overrule', 'rest', 'derived-from', 'weight'):
            yield part[:key] + part[key + 1:] if isinstance(part, list) else {k: part[k] for k in part if k != key}
        if key not in ('levels', 'scale', 'thresholds', 'measure', 'basis'):
            for less in smaller(part[key]):
                yield {**part, key: less} if isinstance(part, dict) else part[:key] + [less] + part[key + 1:]
def shrink(program, case, kind):
    for less in smaller(case):
        try:
            if kind_of_difference(less, ask(program, [less])) == (kind,):
                return shrink(program, less, kind)
        except (LookupError, ValueError):                   # no sound case any more
            continue
    return case
def states(ours):
    if isinstance(ours, str):
        yield from ('refused', 'refused: ' + ours)
        return
    card, (way, what) = ours[0], *ours[0]['verdict'].items()
    yield 'verdict: ' + way.replace('given', 'by score')
    yield from ('no verdict: ' + (r if isinstance(r, str) else min(r)) for r in what if way == 'none')
    if way == 'given' and what['ceiling']:
        yield 'ceiling: ' + (what['ceiling'] if isinstance(what['ceiling'], str) else 'quartile')
    yield from ['a counted share decides'] * any(isinstance(n['given'], dict) for n in ours[1])
    yield from ['a choice of norms'] * (len(card['judgements']) < card['available'])
    for j in card['judgements']:
        track = 'duty: ' if j['legal-duty'] else 'norm: '
        yield track + (j['outcome'] if j['legal-duty'] or not j['strength'] else 'a level')
        yield from (track + state for state in ('overruled', 'possible') if j.get(state))
        yield from [track + 'contradiction ' + ('open', 'resolved')[j['conflict']['resolved']]] if j['conflict'] else []

def main(program, number, seed):
    rng, kinds, reached = random.Random(seed), {}, collections.Counter()
    differences.compared = 0
    for start in range(0, number, 25):                      # so many cases in one call
        cases = [make_case(rng, i) for i in range(start, min(start + 25, number))]
        cards = ask(program, [case for case in cases if not isinstance(expected(case), str)])
        for case in cases:
            reached.update(set(states(expected(case))))
            known = cards[0] and case['name'] in cards[0]
            for kind in kind_of_difference(case, cards if known else ask(program, [case])):
                kinds.setdefault(kind, []).append(case)
    print(f'seed {seed}: {number} cases, {differences.compared} fields compared')
    for state, count in sorted(reached.items()):
        print(f'  {count:6} cases {100 * count / number:5.1f}%  {state}')
    for kind, found in sorted(kinds.items()):
        print(f'\n{len(found)} cases differ: {kind}:', flush=True)
        alone = [c for c in found if kind_of_difference(c, ask(program, [c])) == (kind,)] or found
        case = shrink(program, min(alone, key=lambda c: len(json.dumps(c))), kind)
        print('the smallest:', json.dumps(case))
        for path, both in held(case, *ask(program, [case])).items():
            print('  {}: by the documents {}; the program {}'.format(path, *both))
    print(f'\n{len(kinds)} kinds of disagreement' if kinds else '\nno disagreement')
    return bool(kinds)
if __name__ == '__main__':
    sys.exit(main(os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
