//! The disk of a test as a file system for SQLite ("The OS Backend (VFS)"), the default one of this
//! process: the store opens its ledger as it always does and gets this.
//!
//! It promises what SQLite's own for Unix promises (a write leaves its neighbours alone, nothing more)
//! and flushes what that one flushes: a new journal's name with its first flush, and the folder after a
//! file was taken away where SQLite asks for it, which it does under `synchronous=EXTRA` only.

#![expect(unsafe_code, reason = "SQLite's file system is a table of C functions")]

use crate::disk::{Disk, Stop};
use rusqlite::ffi;
use std::cell::RefCell;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr;
use std::sync::Once;

thread_local! {
    /// Each test is a thread, and has its own disk. A connection never leaves its thread.
    static DISK: RefCell<Disk> = RefCell::new(Disk::default());
}

/// Something done with this thread's disk.
pub(crate) fn disk<T>(act: impl FnOnce(&mut Disk) -> T) -> T {
    DISK.with_borrow_mut(act)
}

/// What SQLite keeps for an open file. Plain values: nothing is dropped with it.
#[repr(C)]
struct Open {
    base: ffi::sqlite3_file,
    id: u64,
    /// A new journal, whose name the first flush keeps too (`UNIXFILE_DIRSYNC`).
    name_is_new: bool,
}

/// Makes it the file system of this process.
pub(crate) fn register() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let size = c_int::try_from(size_of::<Open>()).unwrap();
        let vfs = Box::leak(Box::new(ffi::sqlite3_vfs {
            iVersion: 1,
            szOsFile: size,
            mxPathname: 1024,
            pNext: ptr::null_mut(),
            zName: c"forgetful".as_ptr(),
            pAppData: ptr::null_mut(),
            xOpen: Some(open),
            xDelete: Some(delete),
            xAccess: Some(access),
            xFullPathname: Some(full_pathname),
            xDlOpen: None,
            xDlError: None,
            xDlSym: None,
            xDlClose: None,
            xRandomness: Some(randomness),
            xSleep: Some(sleep),
            xCurrentTime: Some(current_time),
            xGetLastError: None,
            xCurrentTimeInt64: None,
            xSetSystemCall: None,
            xGetSystemCall: None,
            xNextSystemCall: None,
        }));
        // SAFETY: the table lives as long as the process, and every function in it keeps to its contract.
        assert_eq!(unsafe { ffi::sqlite3_vfs_register(vfs, 1) }, ffi::SQLITE_OK);
    });
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 1,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(lock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

/// The code that SQLite hears.
fn told(done: Result<(), Stop>, failed: c_int) -> c_int {
    if done.is_ok() { ffi::SQLITE_OK } else { failed }
}

/// The last part of a path: the case folder has one file of each name.
///
/// # Safety
/// `name` is null or a C string.
unsafe fn last_part<'a>(name: *const c_char) -> Option<&'a str> {
    if name.is_null() {
        return None;
    }
    // SAFETY: the caller's promise.
    let name = unsafe { CStr::from_ptr(name) }.to_str().unwrap();
    name.rsplit('/').next()
}

/// # Safety
/// SQLite hands in the file that [`open`] has filled.
unsafe fn opened<'a>(file: *mut ffi::sqlite3_file) -> &'a mut Open {
    // SAFETY: the caller's promise; the memory is as long as `szOsFile` says and used by one thread.
    unsafe { &mut *file.cast::<Open>() }
}

unsafe extern "C" fn open(
    _vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives memory of `szOsFile` bytes, and wants the methods null where opening fails.
    unsafe { (*file).pMethods = ptr::null() };
    // SAFETY: SQLite gives null or a C string.
    let name = unsafe { last_part(name) };
    match disk(|disk| disk.open(name, flags & ffi::SQLITE_OPEN_CREATE != 0)) {
        Ok(Some((id, created))) => {
            let name_is_new = created && flags & ffi::SQLITE_OPEN_MAIN_JOURNAL != 0;
            let base = ffi::sqlite3_file { pMethods: &raw const METHODS };
            // SAFETY: as above.
            unsafe { file.cast::<Open>().write(Open { base, id, name_is_new }) };
            if !out_flags.is_null() {
                // SAFETY: not null, so SQLite wants it written.
                unsafe { *out_flags = flags };
            }
            ffi::SQLITE_OK
        }
        Ok(None) => ffi::SQLITE_CANTOPEN,
        Err(_) => ffi::SQLITE_CANTOPEN,
    }
}

unsafe extern "C" fn delete(_vfs: *mut ffi::sqlite3_vfs, name: *const c_char, sync_folder: c_int) -> c_int {
    // SAFETY: SQLite gives a C string.
    let Some(name) = (unsafe { last_part(name) }) else { return ffi::SQLITE_MISUSE };
    match disk(|disk| disk.remove(name)) {
        Ok(true) if sync_folder != 0 => told(disk(Disk::flush_names), ffi::SQLITE_IOERR_DIR_FSYNC),
        Ok(true) => ffi::SQLITE_OK,
        Ok(false) => ffi::SQLITE_IOERR_DELETE_NOENT,
        Err(_) => ffi::SQLITE_IOERR_DELETE,
    }
}

unsafe extern "C" fn access(
    _vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    _flags: c_int,
    found: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives a C string and a place for the answer.
    unsafe { *found = c_int::from(last_part(name).is_some_and(|name| disk(|disk| disk.holds(name)))) };
    if disk(|disk| disk.is_off()) { ffi::SQLITE_IOERR_ACCESS } else { ffi::SQLITE_OK }
}

unsafe extern "C" fn full_pathname(
    _vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    length: c_int,
    out: *mut c_char,
) -> c_int {
    // SAFETY: SQLite gives a C string.
    let bytes = unsafe { CStr::from_ptr(name) }.to_bytes_with_nul();
    if bytes.len() > usize::try_from(length).unwrap_or(0) {
        return ffi::SQLITE_CANTOPEN;
    }
    // SAFETY: `out` has `length` bytes, which is enough.
    unsafe { ptr::copy_nonoverlapping(bytes.as_ptr().cast(), out, bytes.len()) };
    ffi::SQLITE_OK
}

/// The same bytes in every run: the journal's check value is drawn from here.
unsafe extern "C" fn randomness(_vfs: *mut ffi::sqlite3_vfs, length: c_int, out: *mut c_char) -> c_int {
    // SAFETY: `out` has `length` bytes.
    unsafe { ptr::write_bytes(out, 0x5b, usize::try_from(length).unwrap_or(0)) };
    length
}

unsafe extern "C" fn sleep(_vfs: *mut ffi::sqlite3_vfs, micros: c_int) -> c_int {
    micros
}

unsafe extern "C" fn current_time(_vfs: *mut ffi::sqlite3_vfs, out: *mut f64) -> c_int {
    // SAFETY: SQLite gives a place for the answer. Any fixed day will do.
    unsafe { *out = 2_461_000.5 };
    ffi::SQLITE_OK
}

unsafe extern "C" fn close(_file: *mut ffi::sqlite3_file) -> c_int {
    ffi::SQLITE_OK
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    into: *mut c_void,
    length: c_int,
    at: ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite gives an open file and `length` bytes to fill.
    let (open, into) = unsafe {
        let length = usize::try_from(length).unwrap_or(0);
        (opened(file), std::slice::from_raw_parts_mut(into.cast::<u8>(), length))
    };
    match disk(|disk| disk.read(open.id, usize::try_from(at).unwrap(), into)) {
        Ok(filled) if filled == into.len() => ffi::SQLITE_OK,
        Ok(filled) => {
            into[filled..].fill(0);
            ffi::SQLITE_IOERR_SHORT_READ
        }
        Err(_) => ffi::SQLITE_IOERR_READ,
    }
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    from: *const c_void,
    length: c_int,
    at: ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite gives an open file and `length` bytes to write.
    let (open, bytes) = unsafe {
        let length = usize::try_from(length).unwrap_or(0);
        (opened(file), std::slice::from_raw_parts(from.cast::<u8>(), length))
    };
    let done = disk(|disk| disk.write(open.id, usize::try_from(at).unwrap(), bytes));
    // Only of a write does SQLite know that there was no room.
    told(done, if done == Err(Stop::Full) { ffi::SQLITE_FULL } else { ffi::SQLITE_IOERR_WRITE })
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, length: ffi::sqlite3_int64) -> c_int {
    // SAFETY: SQLite gives an open file.
    let open = unsafe { opened(file) };
    let done = disk(|disk| disk.set_length(open.id, usize::try_from(length).unwrap()));
    told(done, ffi::SQLITE_IOERR_TRUNCATE)
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, _flags: c_int) -> c_int {
    // SAFETY: SQLite gives an open file.
    let open = unsafe { opened(file) };
    if let Err(stop) = disk(|disk| disk.flush(open.id)) {
        return told(Err(stop), ffi::SQLITE_IOERR_FSYNC);
    }
    if open.name_is_new {
        open.name_is_new = false;
        return told(disk(Disk::flush_names), ffi::SQLITE_IOERR_DIR_FSYNC);
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_size(file: *mut ffi::sqlite3_file, out: *mut ffi::sqlite3_int64) -> c_int {
    // SAFETY: SQLite gives an open file and a place for the answer.
    unsafe { *out = disk(|disk| i64::try_from(disk.length(opened(file).id)).unwrap()) };
    ffi::SQLITE_OK
}

/// One connection at a time: the store's own lock file keeps others out before SQLite is asked.
unsafe extern "C" fn lock(_file: *mut ffi::sqlite3_file, _level: c_int) -> c_int {
    if disk(|disk| disk.is_off()) { ffi::SQLITE_IOERR_LOCK } else { ffi::SQLITE_OK }
}

unsafe extern "C" fn check_reserved_lock(_file: *mut ffi::sqlite3_file, out: *mut c_int) -> c_int {
    // SAFETY: SQLite gives a place for the answer.
    unsafe { *out = 0 };
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_control(_file: *mut ffi::sqlite3_file, _code: c_int, _arg: *mut c_void) -> c_int {
    ffi::SQLITE_NOTFOUND
}

unsafe extern "C" fn sector_size(_file: *mut ffi::sqlite3_file) -> c_int {
    4096
}

unsafe extern "C" fn device_characteristics(_file: *mut ffi::sqlite3_file) -> c_int {
    ffi::SQLITE_IOCAP_POWERSAFE_OVERWRITE
}
