//! Parallel work on all cores: each piece separately, the results in the order of the pieces.
//!
//! The work for a piece must not depend on which thread does it or when. Then the result is the
//! same on every machine, however many cores it has.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, available_parallelism, scope};

/// Stack size of each thread, in bytes; the standard 2 MiB overflows in Typst. Unused stack takes
/// no memory.
pub const STACK: usize = 32 * 1024 * 1024;

/// Does the work for each piece, and returns the results in the order of the pieces. The threads
/// take pieces one by one, so that a long piece delays only its own thread.
///
/// If the system refuses more threads, the existing ones do the work; if it refuses all, the
/// calling thread does, on its own stack.
pub fn each<T: Sync, R: Send>(pieces: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(pieces.len()));
    let hand = || {
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(piece) = pieces.get(place) else { return };
            let result = work(piece);
            if let Ok(mut done) = done.lock() {
                done.push((place, result));
            }
        }
    };
    let threads = available_parallelism().map_or(1, usize::from).min(pieces.len());
    scope(|scope| {
        let hired = (0..threads)
            .filter(|_| Builder::new().stack_size(STACK).spawn_scoped(scope, hand).is_ok())
            .count();
        if hired == 0 {
            hand();
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

/// The same as [`each`], for work that consumes its pieces.
pub fn each_of<T: Send, R: Send>(pieces: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let pieces: Vec<Mutex<Option<T>>> = pieces.into_iter().map(|p| Mutex::new(Some(p))).collect();
    let take = |piece: &Mutex<Option<T>>| piece.lock().ok().and_then(|mut piece| piece.take());
    each(&pieces, |piece| take(piece).map(&work)).into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::{each, each_of};

    #[test]
    fn results_stand_in_the_order_of_the_pieces() {
        let pieces: Vec<u64> = (0..500).collect();
        // The first pieces take longest.
        let work = |n: &u64| (0..(500 - n) * 100).fold(0, u64::max).min(1) + n;
        let expected: Vec<u64> = pieces.iter().map(|n| n + 1).collect();
        assert_eq!(each(&pieces, work), expected);
        assert!(each(&[], |n: &u64| *n).is_empty());
        let names = vec!["a".to_owned(), "b".to_owned()];
        assert_eq!(each_of(names, |name| name + "!"), ["a!", "b!"]);
    }
}
