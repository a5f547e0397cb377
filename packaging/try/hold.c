/* Holds a file open as Acrobat and Word do: nobody can replace or remove it. Use: hold.exe FILE HOW
   With `read` others may read it, with `all` they may not. Ends after ten minutes, or when it is killed. */
#include <windows.h>
#include <stdio.h>
int wmain(int count, wchar_t **arguments) {
    if (count != 3) return 2;
    HANDLE file = CreateFileW(arguments[1], GENERIC_READ, wcscmp(arguments[2], L"all") ? FILE_SHARE_READ : 0, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return 1;
    printf("held\n");
    fflush(stdout);
    Sleep(600000);
    return 0;
}
