*** Settings ***
Documentation       The inserted SIM asks for its PIN; the PCM remembers it; wrong PINs, the PUK, emergency calls.
Resource            steps.resource

*** Test Cases ***
PCM 4.1 Remembers The PIN In The Device Manager
    [Documentation]    faq:205; from which year on SET leads there is assumed.
    [Tags]    R-PIN-1    pcm-4.1
    Year    2018
    The PIN Is Remembered At    DEVICES > Gestione dispositivi > Opzioni > Telefono > Scheda SIM > Segna PIN
    Year    2019
    The PIN Is Remembered At    SET > Gestione dispositivi > Opzioni > Telefono > Scheda SIM > Segna PIN

PCM 5.0 Remembers The PIN In The Device Manager
    [Documentation]    faq:205
    [Tags]    R-PIN-1    pcm-5.0
    The PIN Is Remembered At    SET > Gestione dispositivi > Opzioni > Telefono > Scheda SIM > Segna PIN

PCM 4.0 Remembers The PIN Under SET PHONE
    [Documentation]    faq:207
    [Tags]    R-PIN-2    pcm-4.0
    The PIN Is Remembered At    PHONE > OPT > SET PHONE > Telefono > Scheda SIM > Segna PIN

PCM 6.0 Never Asks For A PIN
    [Documentation]    faq:209
    [Tags]    R-PIN-3    pcm-6.0
    Run Keyword And Expect Error    unknown menu entry*    Go    remember_pin
    Run Keyword And Expect Error    *no slot*    Sim Insert    standard
    Car Restart
    Network Is    abroad    CH    LTE
    Expect Overlay    none
    Expect State    sim    absent

A Remembered PIN Serves Its Own Card Only
    [Tags]    R-PIN-4    pcm-4.0    pcm-4.1    pcm-5.0
    Remember The PIN
    Sim Insert    second
    Expect Overlay    sim_pin
    Expect State    pin_tries    3
    Cancel
    Sim Insert    standard
    Expect State    sim    ready

A Remembered PIN That Fails Is Forgotten At Once
    [Tags]    R-PIN-4    pcm-4.0    pcm-4.1    pcm-5.0
    Remember The PIN
    Sim Pin    @new
    Car Restart
    Expect Overlay    sim_pin
    Expect Reason    remembered_pin_wrong
    Expect State    remember_pin    off
    Car Restart
    Expect State    pin_tries    2

Three Wrong PINs Ask For The PUK Which Sets A New One
    [Tags]    R-PIN-5    pcm-4.0    pcm-4.1    pcm-5.0
    Insert A Locked Sim
    A Wrong PIN Is Refused    pin_wrong
    Expect State    pin_tries    2
    A Wrong PIN Is Refused    pin_wrong
    Expect State    pin_tries    1
    A Wrong PIN Is Refused    pin_now_puk
    Expect Overlay    sim_puk
    Type    @puk
    Ok
    Expect Overlay    sim_new_pin
    Type    97531
    Ok
    Expect State    sim    ready

Ten Wrong PUKs Are The End Of The Card
    [Documentation]    The ten are assumed.
    [Tags]    R-PIN-5    pcm-4.0    pcm-4.1    pcm-5.0
    Insert A Locked Sim
    Block The Card
    Repeat Keyword    9 times    A Wrong PUK Is Refused
    Expect State    puk_tries    1
    Type A Wrong PUK
    Ok
    Expect Overlay    sim_dead
    Expect State    sim    dead

PIN And PUK Have Their Lengths
    [Tags]    R-PIN-5    pcm-4.0    pcm-4.1    pcm-5.0
    Insert A Locked Sim
    Type    @wrong 3
    Expect Refused    ok    incomplete
    Type    @wrong 5
    Expect Refused    type 9    too_long
    Expect State    pin_tries    3
    Repeat Keyword    8 times    Erase
    Block The Card
    Type    @wrong 7
    Expect Refused    ok    incomplete
    Type    @wrong 1
    Expect Refused    type 9    too_long

Emergency Calls Work With A Blocked Card
    [Tags]    R-PIN-5    pcm-4.0    pcm-4.1    pcm-5.0
    Insert A Locked Sim
    Block The Card
    Home
    Go    emergency_call
    Tap    emergency_call
    Expect State    call_over    emergency
    Expect State    sim    puk_required

Emergency Calls Work Without Card And Phone
    [Tags]    R-PIN-5
    Go    emergency_call
    Tap    emergency_call
    Expect State    call_over    emergency
    Tap    hang_up
    Expect State    call    idle

*** Keywords ***
Insert A Locked Sim
    Country    IT
    Sim Insert    standard
    Expect Overlay    sim_pin

Open The Sim
    Insert A Locked Sim
    Type    @pin
    Ok
    Expect State    sim    ready

Remember The PIN
    Open The Sim
    Do    remember-pin
    Expect State    remember_pin    on

The PIN Is Remembered At
    [Arguments]    ${path}
    Open The Sim
    Tap    ${path}
    Expect Row    remember_pin    on
    Car Restart
    Expect Overlay    none
    Expect State    sim    ready

A Wrong PIN Is Refused
    [Arguments]    ${reason}
    Type    @wrong 4
    Expect Refused    ok    ${reason}

Block The Card
    A Wrong PIN Is Refused    pin_wrong
    A Wrong PIN Is Refused    pin_wrong
    A Wrong PIN Is Refused    pin_now_puk
    Expect State    sim    puk_required

Type A Wrong PUK
    [Documentation]    With the new PIN, which the card asks for before it looks at the PUK.
    Type    @wrong 8
    Ok
    Type    97531

A Wrong PUK Is Refused
    Type A Wrong PUK
    Expect Refused    ok    puk_wrong
