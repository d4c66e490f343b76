*** Settings ***
Documentation       Private mode stops all exchange with My Porsche.
Resource            steps.resource

*** Test Cases ***
PCM 5.0 Has The Private Mode Under Porsche Connect
    [Documentation]    domain:4.6
    [Tags]    R-PRIV-1    pcm-5.0
    Tap    SET > Porsche Connect > Modalità Privacy
    Expect Overlay    private_mode
    Ok
    Expect State    private_mode    on

The Screen Says What The Private Mode Stops
    [Tags]    R-PRIV-1    pcm-5.0    pcm-6.0
    Touch The Switch
    Expect Overlay    private_mode
    Expect Text    My Porsche
    Cancel
    Expect Overlay    none
    Expect State    private_mode    off
    Expect Data    embedded

Nothing Reaches The Car Until The Private Mode Is Off
    [Tags]    R-PRIV-1    pcm-5.0    pcm-6.0
    Link The Car
    Do    private-mode
    Expect Data    none
    Expect Reason    private_mode
    Portal Unlink
    Pass Time    1 day
    Car Restart
    Expect State    account    logged_in
    Touch The Switch
    Expect State    private_mode    off
    Expect Overlay    vehicle_removed
    Expect State    account    not_linked

Calls Over Bluetooth Go On In Private Mode
    [Tags]    R-PRIV-1    pcm-5.0    pcm-6.0
    Do    private-mode
    Phone Pair
    Phone Call    in
    Ok
    Expect State    call    active
    Expect State    call_over    bluetooth
    Expect Data    none

No Document Shows A Private Mode Before PCM 5.0
    [Tags]    R-PRIV-1    pcm-4.0    pcm-4.1
    Run Keyword And Expect Error    private-mode: not in this car*    Do    private-mode

*** Keywords ***
Touch The Switch
    [Documentation]    It is another one in PCM 6.0.
    ${pcm}=    State    pcm
    ${switch}=    Set Variable If    '${pcm}' == '6.0'    privacy_all_services    private_mode
    Go    ${switch}
    Tap    ${switch}
